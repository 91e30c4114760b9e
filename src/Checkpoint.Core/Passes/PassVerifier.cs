using System.Diagnostics;
using Checkpoint.Passes.Shc;
using Checkpoint.Scanning;

namespace Checkpoint.Passes;

/// <summary>
/// Checks codes without a network: read, format, signature, content, issuer's purpose, revocation, time, area and class, watchlist, in that order. Never throws,
/// whatever a code holds. Thread-safe as far as the lists' keys are.
/// </summary>
/// <param name="lists">What it is checked against; the keys are owned by the caller.</param>
public sealed class PassVerifier(PassLists lists)
{
    readonly PassJudge judge = new(lists);

    /// <summary>Checks one code.</summary>
    /// <param name="symbol">What the decoder read.</param>
    /// <param name="time">When, and how sure that is.</param>
    public CodeCheck Check(Symbol symbol, CheckTime time)
    {
        var outcome = CodeText.TryRead(symbol, out var text);
        if (outcome != CodeOutcome.Valid)
            return new(outcome);
        return PassFormats.Of(text) is { } format ? Tell(format.Profile, format.Read(text), time) : new(CodeOutcome.NotAPass);
    }

    /// <summary>Checks a health card whose parts have been put together.</summary>
    /// <param name="card">All its parts, in order.</param>
    /// <param name="time">When, and how sure that is.</param>
    public CodeCheck Check(ShcCard card, CheckTime time)
    {
        var check = Tell(PassProfile.Shc, ShcFormat.Read(card), time);

        // Parts of two cards make one that nobody signed: that is no forgery.
        return check.Outcome == CodeOutcome.BadSignature
            ? new(CodeOutcome.Damaged) { Profile = PassProfile.Shc, Fault = PassFault.Parts }
            : check;
    }

    CodeCheck Tell(PassProfile profile, PassReading reading, CheckTime time) => reading switch
    {
        PassReading.Damaged damaged => new(CodeOutcome.Damaged) { Profile = profile, Fault = damaged.Fault },
        PassReading.Plain plain => plain.Check with { Profile = profile },
        PassReading.Signed signed => lists.Gate.Judge(judge.Judge(signed.Pass, time), time),
        _ => throw new UnreachableException(),
    };
}
