namespace Checkpoint.Sensing.Sampling;

/// <summary>When samples are a measurement: enough of them, close enough in time, restless neither in value nor in trend.</summary>
public sealed record SegmentRule
{
    /// <summary>The most samples that can be kept.</summary>
    public const int Most = 64;

    /// <summary>Samples that make a measurement. Default 8; 3 … <see cref="MostSamples"/>.</summary>
    public int LeastSamples { get; init; } = 8;

    /// <summary>Samples that are kept, the newest. Default 16; from <see cref="LeastSamples"/> to <see cref="Most"/>.</summary>
    public int MostSamples { get; init; } = 16;

    /// <summary>Longest time from one sample to the next before the run starts over; it leaves room for one failed read at 10 Hz. Default 210 ms.</summary>
    public TimeSpan LongestGap { get; init; } = TimeSpan.FromMilliseconds(210);

    /// <summary>Largest median distance from the median, in hundredths of a °C. Default 15.</summary>
    public double MostScatter { get; init; } = 15;

    /// <summary>Steepest trend, in hundredths of a °C a second. Default 30.</summary>
    public double SteepestSlope { get; init; } = 30;

    /// <summary>How the spot lies. Default still.</summary>
    public SpotKind Spot { get; init; }

    /// <summary>The quantile that a wandering spot gives. Default 0.9; 0.5 … 1.</summary>
    public double ScanningQuantile { get; init; } = 0.9;

    /// <summary>Failed reads in a row that end the wait. Default 20.</summary>
    public int MostFaults { get; init; } = 20;

    /// <summary>The quantile that is taken.</summary>
    public double Quantile => Spot == SpotKind.Scanning ? ScanningQuantile : 0.5;
}
