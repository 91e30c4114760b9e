namespace Checkpoint.Sensing.Sampling;

/// <summary>How far a run of samples has come.</summary>
public abstract record SegmentResult
{
    SegmentResult() { }

    /// <summary>Too few samples yet.</summary>
    public sealed record Waiting : SegmentResult;

    /// <summary>Enough samples, but they scatter or run: the person or the thermometer moves.</summary>
    /// <param name="Scatter">Median distance from the median, hundredths of a °C.</param>
    /// <param name="Slope">Trend, hundredths of a °C a second.</param>
    public sealed record Restless(double Scatter, double Slope) : SegmentResult;

    /// <summary>A measurement.</summary>
    /// <param name="Surface">The quantile of the samples.</param>
    /// <param name="Samples">How many there were.</param>
    /// <param name="Scatter">Median distance from the median, hundredths of a °C.</param>
    /// <param name="Slope">Trend, hundredths of a °C a second.</param>
    public sealed record Steady(SurfaceTemperature Surface, int Samples, double Scatter, double Slope) : SegmentResult;

    /// <summary>The thermometer fails and fails.</summary>
    /// <param name="Fault">Its last fault.</param>
    public sealed record Faulty(SensorFault Fault) : SegmentResult;
}
