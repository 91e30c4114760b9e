namespace Checkpoint.Sensing;

/// <summary>What one read of the thermometer ended in: a temperature or a named fault, never garbage.</summary>
public abstract record ThermometerReading
{
    ThermometerReading() { }

    /// <summary>A temperature whose checksum, error flag and range were good.</summary>
    /// <param name="Surface">What the sensor sees.</param>
    public sealed record Measured(SurfaceTemperature Surface) : ThermometerReading;

    /// <summary>No temperature.</summary>
    /// <param name="Fault">Why.</param>
    public sealed record Faulted(SensorFault Fault) : ThermometerReading;
}
