using Checkpoint.Sensing.Arrivals;
using Checkpoint.Sensing.Baselines;
using Checkpoint.Sensing.Correcting;
using Checkpoint.Sensing.Sampling;

namespace Checkpoint.Sensing.Screenings;

/// <summary>
/// Judges one measurement against what is ordinary here and now. Decides on the surface in whole hundredths, shows the estimate; what
/// says nothing is never a pass.
/// </summary>
/// <param name="Model">What is known of this way to look.</param>
/// <param name="Rule">The lines.</param>
public sealed record Screener(ScreeningModel Model, ScreeningRule Rule)
{
    /// <summary>The baseline that a device begins with: what is in the guard band, over it or cold is never learned from.</summary>
    public Baseline Begin() => Baseline.From(Model.Prior, Learning);

    /// <summary>The baseline of a device that has learned before.</summary>
    /// <returns>Null if it cannot have learned that.</returns>
    public Baseline? TryGoOn(KeptBaseline kept) => Baseline.TryFrom(Model.Prior, Learning, kept);

    /// <summary>Judges one measurement.</summary>
    /// <param name="measurement">All that is known of it.</param>
    /// <param name="baseline">What is ordinary.</param>
    public Screening Screen(Measurement measurement, Baseline baseline)
    {
        if (Doubt(measurement) is var doubt and not InvalidReason.None)
            return new Screening.Invalid(doubt);
        return Judge(Model.Combine(measurement.Readings, measurement.Air!.Value), measurement, baseline);
    }

    /// <summary>The line in this air, whole hundredths of a °C.</summary>
    public int LineAt(AmbientTemperature air, Baseline baseline) => At(Model.Line, air, baseline);

    /// <summary>What is shown beside a surface.</summary>
    public BodyEstimate Estimate(SeenSurface seen, Baseline baseline) => Model.Body.Estimate(baseline.Deviation(seen.Scored, seen.Air));

    BaselineRule Learning => new() { LearnBelow = Model.Line - (Rule.Guard / 100.0 / Model.Prior.Scale), LearnAbove = Rule.ColdScore };

    Screening Judge(SeenSurface seen, Measurement measurement, Baseline baseline)
    {
        if (seen.Surface >= Rule.HotFrom)
            return new Screening.Invalid(InvalidReason.Hot);
        var (surface, line) = (seen.Scored.Hundredths, LineAt(seen.Air, baseline));
        if (surface <= At(Rule.ColdScore, seen.Air, baseline))
            return new Screening.Invalid(InvalidReason.Cold);

        var estimate = Estimate(seen, baseline);
        if (!Rule.IsOver(surface, line - Rule.Guard))
            return new Screening.Pass(seen, estimate, InGuardBand: false);
        if (!measurement.IsLast)
            return new Screening.Recheck(seen, estimate);
        return Rule.IsOver(surface, line)
            ? new Screening.Refer(seen, estimate)
            : new Screening.Pass(seen, estimate, InGuardBand: true);
    }

    // In the order in which they must be mended: what is wrong with the box before what is wrong with the person's place.
    InvalidReason Doubt(Measurement measurement) => measurement switch
    {
        { Samples: SegmentResult.Faulty } or { Readiness: Readiness.WarmingUp } => InvalidReason.Sensor,
        { Air: null } => InvalidReason.Ambient,
        { Air: { } air } when !Rule.Allows(air) => InvalidReason.Ambient,
        { Aim: not Aim.Good } => InvalidReason.Distance,
        { Samples: not SegmentResult.Steady } or { Readings: [] } => InvalidReason.Motion,
        { Settling: Settling.Warming } => InvalidReason.Cold,
        { Settling: Settling.Cooling } => InvalidReason.Hot,
        _ => InvalidReason.None,
    };

    static int At(double score, AmbientTemperature air, Baseline baseline) =>
        (int)Math.Round((baseline.Expected(air) + (score * baseline.Scale)) * 100, MidpointRounding.ToEven);
}
