using Checkpoint.Passes;
using Checkpoint.Policies.Explaining;

namespace Checkpoint.Policies.Replaying;

/// <summary>
/// Decides recorded passages again: the gate's own attempts in their order, never what the volunteer decided over them. The same decision
/// function runs here as at the gate.
/// </summary>
/// <param name="policy">The policy to try.</param>
/// <param name="against">The policy to hold it against; null for what was said at the gate.</param>
public sealed class PolicyReplay(Policy policy, Policy? against = null)
{
    // What a certificate says is never recorded.
    readonly bool readsCertificates = ReadsCertificates(policy) || (against is not null && ReadsCertificates(against));

    /// <summary>Decides one passage again.</summary>
    /// <param name="entries">Its entries, in their order.</param>
    /// <returns>Null if it cannot be decided again: no policy decided it, or it hangs on a certificate's content.</returns>
    public ReplayedPassage? Decide(IReadOnlyList<RecordedEntry> entries)
    {
        var attempts = entries.Where(entry => entry.IsByPolicy).ToList();
        if (attempts.Count == 0 || attempts.Any(IsOfCertificate))
            return null;

        var last = attempts[^1];
        var before = against is null ? new Decision(last.Verdict, last.Reasons) : Run(against, attempts).Decision;
        var (entry, after) = Run(policy, attempts);
        return new(entry, before, after, before.Verdict == after.Verdict ? null : Explainer.Explain(policy, entry.Facts));
    }

    // A verdict other than "once more" ends the passage, whatever was measured later under the rules of that day.
    static (RecordedEntry Entry, Decision Decision) Run(Policy policy, List<RecordedEntry> attempts)
    {
        foreach (var entry in attempts)
        {
            var decision = policy.Decide(entry.Facts);
            if (decision.Verdict != Verdict.Recheck || entry == attempts[^1])
                return (entry, decision);
        }

        throw new System.Diagnostics.UnreachableException();
    }

    bool IsOfCertificate(RecordedEntry entry) => readsCertificates
        && entry.Facts is { IsProven: true, Code.Profile: PassProfile.Hc1 or PassProfile.Shc or PassProfile.Nzcp };

    static bool ReadsCertificates(Policy policy) => policy.Rules.Any(rule => rule.Facts.Contains(Fact.Payload));
}
