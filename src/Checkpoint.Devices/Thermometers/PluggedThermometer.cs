using Checkpoint.Devices.Buses;
using Checkpoint.Sensing;

namespace Checkpoint.Devices.Thermometers;

/// <summary>A thermometer that has to be set up before it measures, and again after it was without power. Not thread-safe.</summary>
/// <param name="open">Sets it up.</param>
/// <param name="clock">What the back-off goes by.</param>
sealed class PluggedThermometer(Func<IThermometer> open, TimeProvider clock) : IThermometer
{
    readonly Plugged<IThermometer> part = new(open, clock);

    /// <inheritdoc/>
    public ThermometerReading Read()
    {
        try
        {
            var reading = part.Get().Read();
            part.Answered(reading is not ThermometerReading.Faulted { Fault: SensorFault.NoAnswer });
            return reading;
        }
        catch (IOException)
        {
            return new ThermometerReading.Faulted(SensorFault.NoAnswer);
        }
    }

    /// <inheritdoc/>
    public DieReading ReadDie()
    {
        try
        {
            return part.Get().ReadDie();
        }
        catch (IOException)
        {
            return new DieReading.Faulted(SensorFault.NoAnswer);
        }
    }
}
