using Checkpoint.Devices.Buses;
using Checkpoint.Sensing;

namespace Checkpoint.Devices.Surroundings;

/// <summary>A distance sensor that has to be set up before it measures, and again after it was without power. Not thread-safe.</summary>
/// <param name="open">Sets it up.</param>
/// <param name="clock">What the back-off goes by.</param>
sealed class PluggedDistance(Func<IDistanceSensor> open, TimeProvider clock) : IDistanceSensor
{
    readonly Plugged<IDistanceSensor> part = new(open, clock);

    /// <inheritdoc/>
    public DistanceReading Read()
    {
        try
        {
            var reading = part.Get().Read();
            part.Answered(reading is not DistanceReading.Faulted { Fault: SensorFault.NoAnswer });
            return reading;
        }
        catch (IOException)
        {
            return new DistanceReading.Faulted(SensorFault.NoAnswer);
        }
    }
}
