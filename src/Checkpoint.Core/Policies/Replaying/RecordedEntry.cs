using System.Collections.Immutable;
using Checkpoint.Passages;

namespace Checkpoint.Policies.Replaying;

/// <summary>An entry as it comes back from the ledger: the facts that were decided on, and what was said.</summary>
/// <param name="Device">The box.</param>
/// <param name="Epoch">Its journal.</param>
/// <param name="Seq">Number in the journal.</param>
/// <param name="Boot">Start of the program.</param>
/// <param name="Passage">Number of the passage since then.</param>
/// <param name="Kind">Who decided.</param>
/// <param name="Facts">What was known.</param>
/// <param name="Verdict">What was said.</param>
/// <param name="Reasons">Why.</param>
/// <param name="Rule">The rule that decided, if one did.</param>
public sealed record RecordedEntry(
    string Device,
    string Epoch,
    long Seq,
    long Boot,
    long Passage,
    RecordKind Kind,
    Facts Facts,
    Verdict Verdict,
    ImmutableArray<Reason> Reasons,
    string? Rule)
{
    /// <summary>Whether a policy decided it, and not the volunteer or the course of things.</summary>
    public bool IsByPolicy => MachineReasons.IsByPolicy(Kind, Reasons);
}
