using Checkpoint.Sensing;

namespace Checkpoint.Devices.Thermometers;

/// <summary>What one read of a thermometer's own temperature ended in: the temperature of its die, or a named fault.</summary>
public abstract record DieReading
{
    DieReading() { }

    /// <summary>A temperature whose checksum, error flag and range were good.</summary>
    /// <param name="Hundredths">Temperature of the die in hundredths of a °C, −4001 … 12501.</param>
    public sealed record Measured(int Hundredths) : DieReading;

    /// <summary>No temperature.</summary>
    /// <param name="Fault">Why.</param>
    public sealed record Faulted(SensorFault Fault) : DieReading;
}
