using Checkpoint.Devices;
using Checkpoint.Devices.Surroundings;
using Checkpoint.Devices.Thermometers;
using Checkpoint.Edge.Sensing.Calibrating;
using Checkpoint.Sensing;
using Checkpoint.Sensing.Sampling;
using Checkpoint.Testing;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Sensing;

public sealed class SurroundingsWatchTests : IDisposable
{
    static readonly AmbientReading Fault = new AmbientReading.Faulted(SensorFault.NoAnswer);

    readonly Sensors sensors = new();
    readonly TempFolder folder = new();
    readonly CalibrationView calibrations = new();
    readonly Parts parts;
    string serial = "";

    public SurroundingsWatchTests() => parts = new(folder["journal.db"]);

    public void Dispose()
    {
        parts.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("000000000000002a", true)]
    [InlineData("000000000000002b", false)]
    public void A_calibration_counts_for_the_thermometer_that_it_is_of(string connected, bool counts)
    {
        serial = connected;
        calibrations.Stored = Calibrations.Of("000000000000002a");

        (Watch().Read(TimeSpan.Zero).Calibration is not null).ShouldBe(counts);
        parts.TakeAlarms().Select(alarm => alarm.Kind).ShouldBe(counts ? [] : [AlarmKind.CalibrationForeign]);
    }

    [Fact]
    public void The_air_is_what_its_sensor_says()
    {
        sensors.Air = new AmbientReading.Measured(21_50);

        Watch().Read(TimeSpan.Zero).Air.ShouldBe(AmbientTemperature.FromHundredths(21_50));
    }

    [Fact]
    public void The_air_holds_for_a_minute_while_its_sensor_fails_and_then_nobody_knows()
    {
        var watch = Watch();
        watch.Read(TimeSpan.Zero);
        sensors.Air = Fault;

        watch.Read(SurroundingsWatch.AirHolds).Air.ShouldNotBeNull();
        parts.TakeAlarms().ShouldBeEmpty();
        watch.Read(SurroundingsWatch.AirHolds + TimeSpan.FromSeconds(1)).Air.ShouldBeNull();
        watch.Read(SurroundingsWatch.AirHolds + TimeSpan.FromSeconds(2)).Air.ShouldBeNull();
        parts.TakeAlarms().ShouldHaveSingleItem().Kind.ShouldBe(AlarmKind.AirFault);
    }

    [Fact]
    public void Air_that_was_never_measured_is_not_known()
    {
        sensors.Air = Fault;

        Watch().Read(TimeSpan.FromMinutes(2)).Air.ShouldBeNull();
    }

    [Fact]
    public void Where_people_come_from_the_cold_the_air_at_the_gate_does_not_tell_theirs() =>
        Watch(isOutdoors: false).Read(TimeSpan.Zero).Outdoors.ShouldBeNull();

    [Fact]
    public void A_thermometer_that_has_been_powered_for_an_hour_is_ready_once_it_is_seen_to_be_steady()
    {
        var watch = Watch(new WarmUpRule(), TimeSpan.FromHours(1));

        watch.Read(TimeSpan.Zero).Readiness.ShouldBe(Readiness.WarmingUp);
        ReadFor(watch, TimeSpan.FromMinutes(2)).ShouldBe(Readiness.Ready);
    }

    [Fact]
    public void One_that_was_switched_on_with_the_box_warms_up_first()
    {
        var watch = Watch(new WarmUpRule(), TimeSpan.Zero);

        ReadFor(watch, TimeSpan.FromMinutes(4)).ShouldBe(Readiness.WarmingUp);
    }

    static Readiness ReadFor(SurroundingsWatch watch, TimeSpan time)
    {
        var last = Readiness.WarmingUp;
        for (var now = TimeSpan.Zero; now <= time; now += TimeSpan.FromSeconds(1))
            last = watch.Read(now).Readiness;
        return last;
    }

    SurroundingsWatch Watch(WarmUpRule? warmUp = null, TimeSpan poweredFor = default, bool isOutdoors = true) =>
        new(new(sensors, sensors, Distance: null) { WarmUp = warmUp, IsOutdoors = isOutdoors, Serial = () => serial }, calibrations, parts.Outbox, poweredFor);

    sealed class Sensors : IThermometer, IAirThermometer
    {
        public AmbientReading Air { get; set; } = new AmbientReading.Measured(24_00);

        public ThermometerReading Read() => Some.Reading();

        public DieReading ReadDie() => new DieReading.Measured(26_00);

        AmbientReading IAirThermometer.Read() => Air;
    }
}
