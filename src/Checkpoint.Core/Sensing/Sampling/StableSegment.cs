using System.Collections.Immutable;
using System.Diagnostics;

namespace Checkpoint.Sensing.Sampling;

/// <summary>
/// The newest samples of one face in good aim, at most <see cref="SegmentRule.MostSamples"/>. Failed reads are dropped, and a hole in
/// time starts it over. Samples of a filtered sensor are alike: eight of them are fewer than eight.
/// </summary>
/// <param name="Rule">When they are a measurement.</param>
/// <param name="Samples">Oldest first.</param>
/// <param name="Faults">Failed reads in a row.</param>
/// <param name="LastFault">The last of them.</param>
public sealed record StableSegment(SegmentRule Rule, ImmutableArray<TimedSurface> Samples, int Faults, SensorFault LastFault)
{
    /// <summary>Nothing seen yet.</summary>
    public static StableSegment Empty(SegmentRule rule) => new(rule, [], 0, SensorFault.None);

    /// <summary>Takes one read.</summary>
    /// <param name="at">When, monotonic; never before the last.</param>
    /// <param name="reading">What it ended in.</param>
    public StableSegment Add(TimeSpan at, ThermometerReading reading) => reading switch
    {
        ThermometerReading.Measured m => this with { Samples = Keep(new(at, m.Surface)), Faults = 0 },
        ThermometerReading.Faulted f => this with { Faults = Math.Min(Faults + 1, Rule.MostFaults), LastFault = f.Fault },
        _ => throw new UnreachableException(),
    };

    /// <summary>The same without samples: the aim was lost, and what comes next may be another spot.</summary>
    public StableSegment Interrupted() => this with { Samples = [] };

    /// <summary>What the samples are worth.</summary>
    public SegmentResult Result()
    {
        if (Faults >= Rule.MostFaults)
            return new SegmentResult.Faulty(LastFault);
        if (Samples.Length < Rule.LeastSamples)
            return new SegmentResult.Waiting();

        var values = Samples.Select(sample => (double)sample.Surface.Hundredths).ToArray();
        var scatter = OrderStatistics.MedianDistance(values);
        var slope = Slope();
        return scatter > Rule.MostScatter || Math.Abs(slope) > Rule.SteepestSlope
            ? new SegmentResult.Restless(scatter, slope)
            : new SegmentResult.Steady(At(OrderStatistics.Quantile(values, Rule.Quantile)), values.Length, scatter, slope);
    }

    static SurfaceTemperature At(double hundredths) =>
        SurfaceTemperature.FromHundredths((int)Math.Round(hundredths, MidpointRounding.ToEven));

    ImmutableArray<TimedSurface> Keep(TimedSurface sample)
    {
        if (Samples is [.., var last] && sample.At - last.At > Rule.LongestGap)
            return [sample];
        return Samples.Length < Rule.MostSamples ? Samples.Add(sample) : Samples.RemoveAt(0).Add(sample);
    }

    // Least squares, hundredths of a °C a second; samples of one instant have no trend.
    double Slope()
    {
        var times = Samples.Select(sample => sample.At.TotalSeconds).ToArray();
        var (middle, mean) = (times.Average(), Samples.Average(sample => sample.Surface.Hundredths));
        var spread = times.Sum(time => (time - middle) * (time - middle));
        return spread == 0
            ? 0
            : Math.Round(Samples.Sum(sample => (sample.At.TotalSeconds - middle) * (sample.Surface.Hundredths - mean)) / spread, 6);
    }
}
