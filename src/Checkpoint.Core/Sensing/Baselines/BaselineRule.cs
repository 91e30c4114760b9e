namespace Checkpoint.Sensing.Baselines;

/// <summary>
/// How slowly a device learns what is ordinary at its place. Slow and clipped, because a window of the last few people follows fevers
/// and lets the first person through whatever they have.
/// </summary>
public sealed record BaselineRule
{
    /// <summary>
    /// Share of a new person in the level once the prior has worn off. Default 1/100: slow enough for a shift's fevers to pass without a
    /// trace, fast enough for an instrument that moves; one over 10 … 1000 people.
    /// </summary>
    public double Gain { get; init; } = 1.0 / 100;

    /// <summary>People that the prior's level is worth. Default 30.</summary>
    public double PriorPeople { get; init; } = 30;

    /// <summary>How far the prior's slope may be off, as a share of it (one standard deviation). Default 0.15.</summary>
    public double SlopeDoubt { get; init; } = 0.15;

    /// <summary>Share of the slope that may change from person to person (one standard deviation). Default 0.0005.</summary>
    public double SlopeDrift { get; init; } = 0.0005;

    /// <summary>Farthest that one person counts, in scales. Default 2.5.</summary>
    public double Clip { get; init; } = 2.5;

    /// <summary>Scores at and below this are never learned from, in scales. Default −3: the line of the cold.</summary>
    public double LearnAbove { get; init; } = -3;

    /// <summary>Scores at and over this are never learned from, in scales: the line of the recheck.</summary>
    public required double LearnBelow { get; init; }

    /// <summary>Share of a new person in the scale. Default 1/200.</summary>
    public double ScaleGain { get; init; } = 1.0 / 200;

    /// <summary>People that the prior's scale is worth. Default 60.</summary>
    public double ScalePeople { get; init; } = 60;
}
