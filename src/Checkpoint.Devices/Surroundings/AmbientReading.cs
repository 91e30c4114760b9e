using Checkpoint.Sensing;

namespace Checkpoint.Devices.Surroundings;

/// <summary>What one read of the air's temperature ended in: a temperature or a named fault.</summary>
public abstract record AmbientReading
{
    AmbientReading() { }

    /// <summary>A temperature that a sensor in the air can have.</summary>
    /// <param name="Hundredths">Temperature of the air in hundredths of a °C, −5500 … 15000.</param>
    public sealed record Measured(int Hundredths) : AmbientReading;

    /// <summary>No temperature.</summary>
    /// <param name="Fault">Why.</param>
    public sealed record Faulted(SensorFault Fault) : AmbientReading;
}
