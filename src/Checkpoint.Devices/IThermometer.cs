using Checkpoint.Sensing;

namespace Checkpoint.Devices;

/// <summary>Measures the temperature of whatever surface is in front of it.</summary>
public interface IThermometer
{
    /// <summary>Takes one reading; blocks for up to 2 ms on the bus.</summary>
    ThermometerReading Read();
}
