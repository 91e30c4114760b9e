using System.Collections.Immutable;
using Checkpoint.Signals;

namespace Checkpoint.Policies.Explaining;

/// <summary>A decision with its trace: which rules, which facts, and what would have been green.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Rules">Every rule that was asked, in the policy's order.</param>
/// <param name="Changes">
/// The facts that would have had to be otherwise for "may pass", proven by deciding again with them; empty if it was that, or if nothing
/// that the gate measures or counts would have made it so.
/// </param>
/// <param name="Words">Such as "yellow: 37.4, reading 1; below 37.3 would be green".</param>
public sealed record Explanation(Decision Decision, ImmutableArray<RuleTrace> Rules, ImmutableArray<FactChange> Changes, Words Words)
{
    /// <summary>
    /// One short line under the decision's own words: what was measured and what would have been green. Null if that adds nothing to them.
    /// </summary>
    public Words? Line { get; init; }
}
