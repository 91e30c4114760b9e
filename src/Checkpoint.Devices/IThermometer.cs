using Checkpoint.Devices.Thermometers;
using Checkpoint.Sensing;

namespace Checkpoint.Devices;

/// <summary>Measures the temperature of whatever surface is in front of it.</summary>
public interface IThermometer
{
    /// <summary>Takes one reading; blocks for the bus's time: 4 ms for one surface, longer for an image, a second if the bus is stuck.</summary>
    ThermometerReading Read();

    /// <summary>The temperature of the sensor itself: asked for now, or the one that came with the last reading. Blocks as <see cref="Read"/> does.</summary>
    DieReading ReadDie();
}
