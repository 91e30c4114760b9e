using System.Security.Cryptography;
using Checkpoint.Journaling;
using Checkpoint.Scanning;

namespace Checkpoint.Passes;

/// <summary>Checks codes against the issuing keys this box trusts, without a network. Not thread-safe.</summary>
/// <param name="keys">Trusted keys, P-256, by their id; owned by the caller.</param>
public sealed class PassVerifier(IReadOnlyDictionary<KeyId, ECDsa> keys)
{
    /// <summary>Checks one code: read, format, signature, time, in that order.</summary>
    /// <param name="symbol">What the decoder read.</param>
    /// <param name="now">Wall clock, UTC.</param>
    /// <param name="clock">How far <paramref name="now"/> can be trusted.</param>
    public CodeCheck Check(Symbol symbol, DateTimeOffset now, ClockQuality clock)
    {
        var outcome = CodeText.TryRead(symbol, out var text);
        if (outcome != CodeOutcome.Valid)
            return new(outcome);
        if (Gp1.TryRead(text, out var covered, out var signature) is not { } claims)
            return new(CodeOutcome.NotAPass);
        return new(Judge(claims, covered.Span, signature.Span, now, clock), claims);
    }

    CodeOutcome Judge(
        PassClaims claims, ReadOnlySpan<byte> covered, ReadOnlySpan<byte> signature, DateTimeOffset now, ClockQuality clock)
    {
        if (!keys.TryGetValue(claims.Key, out var key))
            return CodeOutcome.UnknownIssuer;
        if (!key.VerifyData(covered, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation))
            return CodeOutcome.BadSignature;
        if (clock == ClockQuality.Unknown)
            return CodeOutcome.ClockNotTrusted;
        if (now < claims.NotBefore)
            return CodeOutcome.NotYetValid;
        return now >= claims.NotAfter.AddMinutes(1) ? CodeOutcome.Expired : CodeOutcome.Valid;
    }
}
