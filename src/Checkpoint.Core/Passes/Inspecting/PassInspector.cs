using System.Diagnostics;
using Checkpoint.Passes.Shc;
using Checkpoint.Scanning;

namespace Checkpoint.Passes.Inspecting;

/// <summary>
/// Says what a gate says of a code, step by step, by the gate's own judge. Slower than <see cref="PassVerifier"/>, and never throws either. Thread-safe as
/// far as the lists' keys are.
/// </summary>
/// <param name="lists">What it is judged against; the keys are owned by the caller.</param>
public sealed class PassInspector(PassLists lists)
{
    readonly PassVerifier verifier = new(lists);
    readonly PassJudge judge = new(lists);

    /// <summary>Inspects one code.</summary>
    /// <param name="symbol">What the decoder read.</param>
    /// <param name="time">When it is judged.</param>
    public PassInspection Inspect(Symbol symbol, CheckTime time)
    {
        var check = verifier.Check(symbol, time);
        var outcome = CodeText.TryRead(symbol, out var text);
        if (outcome != CodeOutcome.Valid)
            return new(check, [new(PassStep.Reading, outcome)]) { At = outcome == CodeOutcome.NotText ? FaultPlace.InBytes(symbol.Bytes.Span) : null };
        var inspection = PassFormats.Of(text) is { } format
            ? Tell(format.Read(text), check, time)
            : new(check, [new(PassStep.Format, CodeOutcome.NotAPass)]);
        return inspection with
        {
            Text = text,
            Findings = inspection.Findings.Insert(0, new(PassStep.Reading, CodeOutcome.Valid)),
            At = FaultPlace.InText(text, check),
        };
    }

    /// <summary>Inspects a health card whose parts have been put together.</summary>
    /// <param name="card">All its parts, in order.</param>
    /// <param name="time">When it is judged.</param>
    public PassInspection Inspect(ShcCard card, CheckTime time)
    {
        var check = verifier.Check(card, time);
        var inspection = Tell(ShcFormat.Read(card), check, time);
        return inspection with
        {
            Findings =
            [
                new(PassStep.Reading, CodeOutcome.Valid),
                .. inspection.Findings.Select(finding => finding.Outcome == CodeOutcome.BadSignature ? finding with { Outcome = check.Outcome } : finding),
            ],
        };
    }

    PassInspection Tell(PassReading reading, CodeCheck check, CheckTime time) => reading switch
    {
        PassReading.Damaged => new(check, [new(PassStep.Format, CodeOutcome.Damaged)]),
        PassReading.Plain plain => new(check, [new(PassStep.Format, plain.Check.Outcome)]),
        PassReading.Signed signed => Tell(signed.Pass, check, time),
        _ => throw new UnreachableException(),
    };

    PassInspection Tell(SignedPass pass, CodeCheck check, CheckTime time)
    {
        var findings = judge.Inspect(pass, time, out var signer);
        return new(check, [new(PassStep.Format, CodeOutcome.Valid), .. findings])
        {
            Claims = pass.Claims,
            Document = pass.Document,
            Names = pass.Key,
            Issuer = pass.Issuer,
            Listed = lists.Trust.Find(pass.Profile, pass.Key),
            Signer = signer,
        };
    }
}
