using Checkpoint.Devices.Surroundings;

namespace Checkpoint.Devices;

/// <summary>Measures the air around the gate.</summary>
public interface IAirThermometer
{
    /// <summary>Takes one reading; blocks for the bus's time, 2 ms.</summary>
    AmbientReading Read();
}
