using Checkpoint.Sensing.Screenings;

namespace Checkpoint.Sensing.Baselines;

/// <summary>What is ordinary at a gate, and by which calibration: what was ordinary by another is not ordinary by this one.</summary>
/// <param name="Baseline">What was learned.</param>
/// <param name="CalibratedAt">When the thermometer had been calibrated that it was learned with; null if it never was.</param>
public sealed record Ordinary(Baseline Baseline, DateTimeOffset? CalibratedAt)
{
    /// <summary>People that a level must stand on before it says anything of the thermometer.</summary>
    public const int SettledPeople = 100;

    /// <summary>Where the level stood first, after so many people, °C: what moves away from it is the thermometer or the people. Null before that.</summary>
    public double? SettledAt { get; init; }

    /// <summary>The same with one more who has passed.</summary>
    public Ordinary After(Screening.Pass pass)
    {
        var next = Baseline.Learn(pass);
        return this with { Baseline = next, SettledAt = SettledAt ?? (next.People >= SettledPeople ? next.Level : null) };
    }
}
