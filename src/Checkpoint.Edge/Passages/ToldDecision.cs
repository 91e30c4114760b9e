using Checkpoint.Passages;
using Checkpoint.Policies;
using Checkpoint.Policies.Explaining;

namespace Checkpoint.Edge.Passages;

/// <summary>
/// A decision that can be explained. It is explained when somebody first asks, by whoever asks: no light waits for it, and the gate's loop never
/// does it.
/// </summary>
/// <param name="record">What was written down.</param>
/// <param name="policy">The rules that it was decided under.</param>
sealed class ToldDecision(PassageRecord record, Policy policy)
{
    readonly Lazy<Explanation> explanation = new(() => Explainer.Explain(policy, record));

    /// <summary>What was written down.</summary>
    public PassageRecord Record => record;

    /// <summary>Which rules, which facts, and what would have been green.</summary>
    public Explanation Explanation => explanation.Value;
}
