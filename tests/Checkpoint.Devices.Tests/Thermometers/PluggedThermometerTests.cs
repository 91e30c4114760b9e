using Checkpoint.Devices.Simulated;
using Checkpoint.Sensing;
using Checkpoint.Testing;

namespace Checkpoint.Devices.Thermometers;

public sealed class PluggedThermometerTests
{
    readonly ManualClock clock = new(DateTimeOffset.UnixEpoch);

    [Fact]
    public void A_thermometer_that_comes_later_is_set_up_then()
    {
        var sensor = new SimulatedMlx90632(clock);
        var isThere = false;
        var plugged = new PluggedThermometer(() => isThere ? Mlx90632.Open(sensor) : throw new IOException("not there"), clock);

        plugged.Read().ShouldBe(new ThermometerReading.Faulted(SensorFault.NoAnswer));
        plugged.ReadDie().ShouldBe(new DieReading.Faulted(SensorFault.NoAnswer));
        isThere = true;
        clock.Advance(TimeSpan.FromSeconds(2));

        plugged.Read().ShouldBe(new ThermometerReading.Faulted(SensorFault.NotReady), "it has not measured yet");
    }
}
