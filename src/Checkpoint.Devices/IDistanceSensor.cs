using Checkpoint.Devices.Surroundings;

namespace Checkpoint.Devices;

/// <summary>Measures how far whatever is in front of the thermometer is.</summary>
public interface IDistanceSensor
{
    /// <summary>Takes the newest measurement; blocks for the bus's time, 5 ms. The same measurement is never told twice.</summary>
    DistanceReading Read();
}
