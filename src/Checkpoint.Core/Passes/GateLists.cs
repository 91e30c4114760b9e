using Checkpoint.Passes.Revocation;
using Checkpoint.Passes.Trust;
using Checkpoint.Passes.Watch;

namespace Checkpoint.Passes;

/// <summary>What a checkpoint holds against a proven pass: revocation before its dates, then area and class, then the watchlist.</summary>
/// <param name="Revoked">What is taken back.</param>
/// <param name="Watched">Whom somebody waits for.</param>
/// <param name="Scope">Which passes this checkpoint takes.</param>
public sealed record GateLists(RevocationList Revoked, Watchlist Watched, GateScope Scope)
{
    /// <summary>Nothing held against anybody.</summary>
    public static GateLists Nothing { get; } = new(RevocationList.Empty, Watchlist.Empty, GateScope.Everywhere);

    /// <summary>Judges a checked code further. What is not proven stays as it is: a forged pass must not tell what is on a list.</summary>
    /// <param name="check">The code, checked for signature and time.</param>
    /// <param name="time">When.</param>
    public CodeCheck Judge(CodeCheck check, CheckTime time)
    {
        if (check.Claims is not { } claims || !IsProven(check.Outcome))
            return check;
        var outcome = Revoked.IsRevoked(check.Profile, claims) ? CodeOutcome.Revoked
            : check.Outcome == CodeOutcome.Valid ? Scope.Judge(claims)
            : check.Outcome;
        return check with { Outcome = outcome, IsWatched = Watched.IsWatched(claims, time) };
    }

    static bool IsProven(CodeOutcome outcome) => outcome is CodeOutcome.Valid or CodeOutcome.Expired or CodeOutcome.NotYetValid
        or CodeOutcome.ClockNotTrusted or CodeOutcome.IssuerOutOfDate or CodeOutcome.Revoked;
}
