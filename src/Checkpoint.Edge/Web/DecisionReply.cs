using Checkpoint.Edge.Passages;
using Checkpoint.Passages;
using Checkpoint.Policies;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Web;

/// <summary>The last decision with its trace: which rules, which facts, and what would have been green.</summary>
/// <param name="Passage">Number of the passage since the program started.</param>
/// <param name="Kind">Who decided: "passage" or "override".</param>
/// <param name="Policy">Version of the rules.</param>
/// <param name="Verdict">What the gate said.</param>
/// <param name="Reasons">Why, the one that decided first.</param>
/// <param name="Rule">The rule that decided; null if none did.</param>
/// <param name="Words">Such as "yellow: 37.4, reading 1; below 37.3 would be green".</param>
/// <param name="Changes">What would have been green; empty if it was, or if nothing would.</param>
/// <param name="Rules">Every rule that was asked, in the policy's order.</param>
sealed record DecisionReply(
    long Passage,
    string Kind,
    int Policy,
    string Verdict,
    IReadOnlyList<string> Reasons,
    string? Rule,
    WordsReply Words,
    IReadOnlyList<ChangeReply> Changes,
    IReadOnlyList<RuleReply> Rules)
{
    /// <summary>The decision; null before the first.</summary>
    public static DecisionReply? Of(ToldDecision? told)
    {
        if (told is null)
            return null;
        var (record, why) = (told.Record, told.Explanation);
        return new(
            record.Number,
            WireName<RecordKind>.Of(record.Kind),
            record.PolicyVersion,
            WireName<Verdict>.Of(record.Decision.Verdict),
            [.. record.Decision.Reasons.Select(WireName<Reason>.Of)],
            record.Decision.Rule?.Id,
            new(why.Words.Chinese, why.Words.English),
            [.. why.Changes.Select(ChangeReply.Of)],
            [.. why.Rules.Select(RuleReply.Of)]);
    }
}
