using Checkpoint.Passes;
using Checkpoint.Policies;
using Checkpoint.Scanning;
using Checkpoint.Sensing;
using Checkpoint.Sensing.Arrivals;
using Checkpoint.Sensing.Correcting;
using Checkpoint.Sensing.Sampling;

namespace Checkpoint.Passages;

/// <summary>The one person a passage is about, and what is known of them so far. Code and temperature live here together or not at all.</summary>
/// <param name="Number">Number of the passage since the program started, from 1.</param>
/// <param name="Direction">Which way.</param>
/// <param name="Occupancy">Their place in a vehicle, or null on foot.</param>
/// <param name="Segment">Samples of their face.</param>
public sealed record Subject(long Number, Direction Direction, Occupancy? Occupancy, StableSegment Segment)
{
    /// <summary>The first step's result, once there is one.</summary>
    public CodeCheck? Code { get; init; }

    /// <summary>Which code it was, if one was shown.</summary>
    public CodeFingerprint? Fingerprint { get; init; }

    /// <summary>What was counted of the pass before it was shown; null if nothing could be.</summary>
    public VisitFacts? Visit { get; init; }

    /// <summary>The second step's result, once there is one.</summary>
    public TemperatureCheck? Temperature { get; init; }

    /// <summary>The face that <see cref="Temperature"/> was judged on, as the thermometer saw it.</summary>
    public SegmentResult.Steady? Face { get; init; }

    /// <summary>When that was.</summary>
    public TimeSpan FaceAt { get; init; }

    /// <summary>What was measured of their skin while it came to rest; null if nobody asked for that.</summary>
    public Acclimatisation? Skin { get; init; }

    /// <summary>Where the thermometer looked last; null on a box that does not measure distances.</summary>
    public Aim? Aim { get; init; }

    /// <summary>Which try at a measurement is under way, from 1.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>Tries that gave no temperature: they are no reading that a second one could confirm.</summary>
    public int Missed { get; init; }

    /// <summary>When the step that is awaited began.</summary>
    public TimeSpan Since { get; init; }

    /// <summary>Whether a code may still be shown: none was, in time or yet.</summary>
    public bool AwaitsCode => Code is null or { Outcome: CodeOutcome.NotShown };

    /// <summary>Whether nothing can be decided before the volunteer has said the colour of the health code that was shown.</summary>
    public bool AwaitsColour => Code is { Outcome: CodeOutcome.HealthCode, Colour: HealthColour.None };

    /// <summary>Whether the volunteer may say that colour: it was not said, in time or yet.</summary>
    public bool TakesColour => Code is { Outcome: CodeOutcome.HealthCode, Colour: HealthColour.None or HealthColour.NotConfirmed };

    /// <summary>Whether anything is known that belongs to this person.</summary>
    public bool HasFacts => Code is not null || Temperature is TemperatureCheck.Measured || !Segment.Samples.IsEmpty;

    /// <summary>Whether their temperature is to be taken, or was.</summary>
    public bool IsMeasured => Temperature is not TemperatureCheck.Skipped { Why: TemperatureSkip.NotRequired };

    /// <summary>Whether others in the same vehicle are still to be checked.</summary>
    public bool HasMore => Occupancy is { IsLast: false };

    /// <summary>How long the step that is awaited may take.</summary>
    public TimeSpan Patience(GateTimes times) => this switch
    {
        { Code: null, Occupancy.Occupant: > 1 } => times.ForOccupant,
        { Code: null } => times.ForCode,
        { AwaitsColour: true } => times.ForColour,
        _ => times.ForTemperature,
    };

    /// <summary>The same person once nothing more is waited for: a recorded reason stands in place of what is missing.</summary>
    public Subject GivenUp() => this with
    {
        Code = Code is null ? new(CodeOutcome.NotShown)
            : AwaitsColour ? Code with { Colour = HealthColour.NotConfirmed }
            : Code,
        Temperature = Temperature ?? new TemperatureCheck.Skipped(Aim is not (null or Sensing.Correcting.Aim.Good) ? TemperatureSkip.BadDistance : TemperatureSkip.NotSteady),
    };

    /// <summary>What is known, with a recorded reason in place of what is not.</summary>
    /// <param name="code">Stands in for a code that was never checked.</param>
    /// <param name="temperature">Stands in for a temperature that was never taken.</param>
    /// <param name="now">Local wall clock, if it is to be trusted.</param>
    public Facts FactsWith(CodeOutcome code, TemperatureSkip temperature, DateTimeOffset? now) => new(
        Direction,
        Code ?? new(code),
        Temperature ?? new TemperatureCheck.Skipped(temperature),
        Temperature is TemperatureCheck.Measured ? Attempt - Missed : Attempt)
    {
        Now = now,
        Visit = Visit,
    };

    /// <summary>The same place at the gate with nothing known: what was seen may belong to somebody else.</summary>
    public Subject Forget(TimeSpan at, TemperatureCheck? temperature) => this with
    {
        Code = null,
        Fingerprint = null,
        Visit = null,
        Temperature = temperature,
        Face = null,
        Skin = null,
        Aim = null,
        Attempt = 1,
        Missed = 0,
        Segment = StableSegment.Empty(Segment.Rule),
        Since = at,
    };

    /// <summary>The same person, to be measured once more.</summary>
    /// <param name="isReading">Whether the last try gave a reading that a second one could confirm.</param>
    public Subject Again(bool isReading) => this with
    {
        Attempt = Attempt + 1,
        Missed = Missed + (isReading ? 0 : 1),
        Temperature = null,
        Face = null,
        Segment = StableSegment.Empty(Segment.Rule),
    };
}
