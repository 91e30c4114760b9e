namespace Checkpoint.Sensing;

/// <summary>The second of the three steps (测温), done or skipped for a recorded reason.</summary>
public abstract record TemperatureCheck
{
    TemperatureCheck() { }

    /// <summary>A steady surface temperature was read.</summary>
    /// <param name="Surface">Median of the steady samples.</param>
    public sealed record Measured(SurfaceTemperature Surface) : TemperatureCheck;

    /// <summary>There is none, and this is why.</summary>
    /// <param name="Why">The reason.</param>
    public sealed record Skipped(TemperatureSkip Why) : TemperatureCheck;
}
