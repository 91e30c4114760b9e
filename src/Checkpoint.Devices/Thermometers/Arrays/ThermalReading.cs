using Checkpoint.Sensing;

namespace Checkpoint.Devices.Thermometers.Arrays;

/// <summary>What one read of a thermal camera ended in: an image or a named fault.</summary>
public abstract record ThermalReading
{
    ThermalReading() { }

    /// <summary>An image all of whose pixels are temperatures.</summary>
    /// <param name="Image">What the camera sees.</param>
    /// <param name="DieHundredths">Temperature of the camera itself in hundredths of a °C, −4000 … 8500.</param>
    public sealed record Measured(ThermalImage Image, int DieHundredths) : ThermalReading;

    /// <summary>No image.</summary>
    /// <param name="Fault">Why.</param>
    public sealed record Faulted(SensorFault Fault) : ThermalReading;
}
