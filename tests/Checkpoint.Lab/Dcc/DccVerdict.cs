using System.Diagnostics;
using Checkpoint.Passes;
using Checkpoint.Passes.Hc1;
using Checkpoint.Passes.Trust;
using Checkpoint.Testing;

namespace Checkpoint.Lab.Dcc;

/// <summary>What the gate says of a vector, with the vector's certificate as its whole trust list.</summary>
/// <param name="Check">The gate's own answer.</param>
/// <param name="StoppedAt">The stage that refused it.</param>
/// <param name="Dates">The stage that refuses it when the key may sign everything: an answer about dates for what the purpose stopped.</param>
sealed record DccVerdict(CodeCheck Check, DccStage StoppedAt, DccStage Dates)
{
    /// <summary>Asks the gate.</summary>
    public static DccVerdict Of(DccVector vector)
    {
        // Being on the list is what makes a key valid: the certificate's own dates are for whoever makes the list.
        var issuer = Hc1Issuer.FromCertificate(vector.Certificate) with
        {
            NotBefore = DateTimeOffset.MinValue,
            NotAfter = DateTimeOffset.MaxValue,
        };
        using (issuer.Key)
        {
            var check = Ask(vector, issuer);
            return new(check, StageOf(check), StageOf(Ask(vector, issuer with { Purposes = [] })));
        }
    }

    /// <summary>The reason in words.</summary>
    public string Why => Check.Fault is { } fault ? $"{Check.Outcome} ({fault})" : $"{Check.Outcome}";

    static CodeCheck Ask(DccVector vector, IssuerKey issuer) =>
        new PassVerifier(new(new TrustList(1, vector.Clock, [issuer]))).Check(Some.Symbol(vector.Code), Some.At(vector.Clock));

    static DccStage StageOf(CodeCheck check) => check.Outcome switch
    {
        CodeOutcome.NotAPass or CodeOutcome.NotText or CodeOutcome.TooLong or CodeOutcome.Empty => DccStage.Prefix,
        CodeOutcome.Damaged => StageOf(check.Fault),
        CodeOutcome.UnknownIssuer or CodeOutcome.KeyMismatch or CodeOutcome.BadSignature => DccStage.Signature,
        CodeOutcome.IssuerNotAllowed => DccStage.Purpose,
        CodeOutcome.Expired or CodeOutcome.NotYetValid => DccStage.Dates,
        CodeOutcome.Valid => DccStage.Through,
        _ => throw new UnreachableException($"{check.Outcome}"),
    };

    static DccStage StageOf(PassFault? fault) => fault switch
    {
        PassFault.Prefix => DccStage.Prefix,
        PassFault.Text or PassFault.Length => DccStage.Base45,
        PassFault.Compression => DccStage.Compression,
        PassFault.Structure or PassFault.Envelope or PassFault.Algorithm => DccStage.Structure,
        _ => DccStage.Content,
    };
}
