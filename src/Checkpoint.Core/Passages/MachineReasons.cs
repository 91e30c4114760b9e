using System.Collections.Immutable;
using Checkpoint.Policies;

namespace Checkpoint.Passages;

/// <summary>Reasons that the course of things at the gate gives, whatever the policy.</summary>
static class MachineReasons
{
    static readonly ImmutableArray<Reason> All = [Reason.OneAtATime, Reason.LeftEarly, Reason.OccupantsUnchecked];

    /// <summary>Whether a policy decided a record, and not the volunteer or the course of things.</summary>
    public static bool IsByPolicy(RecordKind kind, ImmutableArray<Reason> reasons) =>
        kind == RecordKind.Passage && !reasons.Any(reason => All.Contains(reason));
}
