using Checkpoint.Policies.Explaining;

namespace Checkpoint.Policies.Replaying;

/// <summary>One passage, decided again.</summary>
/// <param name="Entry">The entry that the new decision is about.</param>
/// <param name="Before">What was said, or what the other policy says.</param>
/// <param name="After">What the policy says.</param>
/// <param name="Why">The new decision explained; null if the verdict is the same.</param>
public sealed record ReplayedPassage(RecordedEntry Entry, Decision Before, Decision After, Explanation? Why)
{
    /// <summary>Whether it comes out otherwise.</summary>
    public bool IsOtherwise => Before.Verdict != After.Verdict;

    /// <summary>Whether somebody who was let through would be stopped.</summary>
    public bool IsStopped => Before.Verdict == Verdict.Admit && After.Verdict != Verdict.Admit;

    /// <summary>Whether somebody who was stopped would be let through.</summary>
    public bool IsLetThrough => Before.Verdict != Verdict.Admit && After.Verdict == Verdict.Admit;
}
