using Checkpoint.Sensing.Screenings;

namespace Checkpoint.Sensing.Baselines;

/// <summary>
/// What is ordinary here and now: the surface that healthy faces show at this device, in this air. Learned without labels, from passes
/// alone, beginning at a prior and not at the first person. Level and slope with the air are one Kalman filter with clipped
/// surprises; where the air stands still it is a slow average, where the air moves it learns the slope.
/// </summary>
public sealed record Baseline
{
    /// <summary>The air that <see cref="Level"/> is meant at, °C.</summary>
    public const double ReferenceAmbient = 24;

    const double Quartile = 0.6745; // of a standard normal population
    const double QuartileDensity = 0.4287; // twice its density there, times the quartile

    readonly BaselineRule rule;
    readonly double meanOfLearned; // in scales: what is learned from lacks its upper end, and the level must not sink for it
    readonly double farShare; // of whom are learned from below the level, beyond the quartile

    Baseline(BaselinePrior prior, BaselineRule rule)
    {
        this.rule = rule;
        (Level, Slope, Scale) = (prior.Level, prior.Slope, prior.Scale);
        var slope = rule.SlopeDoubt * prior.Slope;
        Doubt = new(prior.Scale * prior.Scale / rule.PriorPeople, 0, slope * slope);
        meanOfLearned = TruncatedNormal.Mean(Clipped, rule.LearnAbove, rule.LearnBelow);
        farShare = TruncatedNormal.Mean(score => score < -Quartile ? 1 : 0, rule.LearnAbove, Math.Min(0, rule.LearnBelow));
        ScalePeople = rule.ScalePeople;
    }

    /// <summary>Median surface of healthy faces at <see cref="ReferenceAmbient"/>, °C.</summary>
    public double Level { get; private init; }

    /// <summary>Change of the surface with the air, °C per °C.</summary>
    public double Slope { get; private init; }

    /// <summary>One robust standard deviation of people, °C.</summary>
    public double Scale { get; private init; }

    /// <summary>People learned from.</summary>
    public int People { get; private init; }

    Covariance Doubt { get; init; }

    double ScalePeople { get; init; } // what the scale is worth in people

    /// <summary>Where a device begins.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The prior's scale is not over 0.</exception>
    public static Baseline From(BaselinePrior prior, BaselineRule rule)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(prior.Scale, nameof(prior));
        return new(prior, rule);
    }

    /// <summary>What outlives the program.</summary>
    public KeptBaseline Kept => new(Level, Slope, Scale, People, ScalePeople, Doubt);

    /// <summary>Where a device goes on that has learned before.</summary>
    /// <returns>Null if it cannot have learned that.</returns>
    public static Baseline? TryFrom(BaselinePrior prior, BaselineRule rule, KeptBaseline kept) => kept.IsPlausible(prior)
        ? From(prior, rule) with
        {
            Level = kept.Level,
            Slope = kept.Slope,
            Scale = kept.Scale,
            People = kept.People,
            ScalePeople = kept.ScalePeople,
            Doubt = kept.Doubt,
        }
        : null;

    /// <summary>The ordinary surface in this air, °C.</summary>
    public double Expected(AmbientTemperature air) => Level + (Slope * Over(air));

    /// <summary>How far a surface is over the ordinary, °C.</summary>
    public double Deviation(SurfaceTemperature surface, AmbientTemperature air) => surface.Celsius - Expected(air);

    /// <summary>The same in scales, which means the same on every device.</summary>
    public double Score(SurfaceTemperature surface, AmbientTemperature air) => Deviation(surface, air) / Scale;

    /// <summary>Learns from somebody who passed; a pass within the guard band, or one outside the limits, teaches nothing.</summary>
    public Baseline Learn(Screening.Pass pass)
    {
        var score = Score(pass.Seen.Scored, pass.Seen.Air);
        if (pass.InGuardBand || score <= rule.LearnAbove || score >= rule.LearnBelow)
            return this;

        var level = Scale * rule.Gain;
        var slope = Slope * rule.SlopeDrift;
        var (toLevel, toSlope, left) = Doubt.Drifted(level * level, slope * slope).Learn(Over(pass.Seen.Air), Scale * Scale);
        var surprise = (Clipped(score) - meanOfLearned) * Scale;
        return Rescale(this with
        {
            Doubt = left,
            Level = Level + (toLevel * surprise),
            Slope = Slope + (toSlope * surprise),
            People = People == int.MaxValue ? People : People + 1,
        }, score);
    }

    // From the lower half alone: no fever is in it. Each step goes by the side of the quartile and not by how far, as the prior's
    // median distance does: a few spots that missed widen a mean and not this (Robbins and Monro 1951).
    Baseline Rescale(Baseline next, double score)
    {
        if (score >= 0)
            return next;
        var people = Math.Min(ScalePeople + 1, 1 / rule.ScaleGain);
        var surprise = (score < -Quartile ? 1 : 0) - farShare;
        return next with { ScalePeople = people, Scale = Scale * (1 + (surprise / (QuartileDensity * people))) };
    }

    double Clipped(double score) => Math.Clamp(score, -rule.Clip, rule.Clip);

    static double Over(AmbientTemperature air) => air.Celsius - ReferenceAmbient;
}
