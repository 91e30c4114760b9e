using System.Collections.Immutable;
using Checkpoint.Passes;
using Checkpoint.Policies;
using Checkpoint.Sensing;

namespace Checkpoint.Passages;

/// <summary>The third of the three steps (登记): one decision about one passage, as it is written down.</summary>
/// <param name="Number">Number of the passage since the program started; several records may share it.</param>
/// <param name="Kind">Who decided.</param>
/// <param name="Facts">What it was decided on.</param>
/// <param name="Occupancy">The person's place in a vehicle, or null on foot.</param>
/// <param name="Decision">The verdict and why.</param>
/// <param name="PolicyVersion">The rules it was decided under.</param>
public sealed record PassageRecord(
    long Number, RecordKind Kind, Facts Facts, Occupancy? Occupancy, Decision Decision, int PolicyVersion)
{
    /// <summary>The badges of those on duty, if they answer for this record: a step was skipped, or the volunteer had a say in it. May be empty.</summary>
    public ImmutableArray<PassId> Operators { get; init; } = [];

    /// <summary>Whether somebody on duty answers for it.</summary>
    public bool HasOperators => Kind == RecordKind.Override
        || Facts.Code is { Outcome: CodeOutcome.NotShown or CodeOutcome.NoPhone or CodeOutcome.ByHand } or { Colour: not HealthColour.None }
        || Facts.Temperature is TemperatureCheck.Skipped { Why: not TemperatureSkip.NotRequired };

    /// <summary>Whether the passage ends with this; a recheck is followed by another record.</summary>
    public bool IsFinal => Decision.Verdict != Verdict.Recheck;
}
