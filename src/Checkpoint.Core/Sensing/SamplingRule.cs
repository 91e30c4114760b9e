using Checkpoint.Sensing.Sampling;

namespace Checkpoint.Sensing;

/// <summary>When a run of samples is a measurement.</summary>
public sealed record SamplingRule
{
    /// <summary>Samples that must agree. Default 8; 3 … 64.</summary>
    public int Samples { get; init; } = 8;

    /// <summary>Largest difference between them, in hundredths of a °C. Default 30; 1 … 200.</summary>
    public int MaxSpreadHundredths { get; init; } = 30;

    /// <summary>Lowest surface that can be a face. Default 30.00 °C.</summary>
    public SurfaceTemperature FaceFrom { get; init; } = SurfaceTemperature.FromHundredths(30_00);

    /// <summary>Highest surface that can be a face. Default 43.00 °C.</summary>
    public SurfaceTemperature FaceTo { get; init; } = SurfaceTemperature.FromHundredths(43_00);

    /// <summary>Faults in a row after which the thermometer is taken to be broken. Default 20; 1 … 1000.</summary>
    public int MaxFaults { get; init; } = 20;

    /// <summary>The rule for a run of samples: half of them lie within half of the largest difference.</summary>
    /// <param name="longestGap">Longest time from one sample to the next.</param>
    public SegmentRule ToSegment(TimeSpan longestGap) => new()
    {
        LeastSamples = Samples,
        MostSamples = Math.Min(Samples * 2, SegmentRule.Most),
        MostScatter = MaxSpreadHundredths / 2.0,
        MostFaults = MaxFaults,
        LongestGap = longestGap,
    };

    /// <summary>Whether a surface can be a face, where no distance is measured that tells.</summary>
    public bool IsFace(SurfaceTemperature surface) => surface >= FaceFrom && surface <= FaceTo;
}
