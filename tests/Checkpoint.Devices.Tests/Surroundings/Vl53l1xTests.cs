using Checkpoint.Devices.Simulated;
using Checkpoint.Sensing;

namespace Checkpoint.Devices.Surroundings;

public sealed class Vl53l1xTests
{
    readonly SimulatedVl53l1x sensor = new();

    [Theory]
    [InlineData(0x01)] // its signal is active high
    [InlineData(0x11)] // active low
    public void Something_in_front_of_the_sensor_is_as_far_as_it_is(byte polarity)
    {
        var opened = Open(polarity);

        foreach (var millimetres in (int[])[1, 45, 600, 4000])
            Next(opened, millimetres).ShouldBe(new DistanceReading.Measured(millimetres));
    }

    [Fact]
    public void A_distance_is_told_once()
    {
        var opened = Open();
        Next(opened, 600).ShouldBe(new DistanceReading.Measured(600));

        opened.Read().ShouldBe(Fault(SensorFault.NotReady));
    }

    [Fact]
    public void Nothing_in_front_of_the_sensor_is_no_fault()
    {
        Next(Open(), null).ShouldBe(new DistanceReading.Nothing());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4001)]
    public void A_distance_that_it_cannot_measure_is_a_fault(int millimetres)
    {
        Next(Open(), millimetres).ShouldBe(Fault(SensorFault.OutOfRange));
    }

    [Fact]
    public void The_first_measurement_is_thrown_away()
    {
        var opened = Vl53l1x.Open(sensor, Settings(0x01));

        Next(opened, 600).ShouldBe(Fault(SensorFault.NotReady));
        Next(opened, 600).ShouldBe(new DistanceReading.Measured(600));
    }

    [Theory]
    [InlineData(WireFault.NoAnswer, SensorFault.NoAnswer)]
    [InlineData(WireFault.Torn, SensorFault.Disagreement)]
    public void Wires_that_fail_make_no_distance(WireFault fault, SensorFault found)
    {
        var opened = Open();
        sensor.Fault = fault;

        Next(opened, 600).ShouldBe(Fault(found));
    }

    [Theory]
    [InlineData(0x01)]
    [InlineData(0x11)]
    public void A_bus_that_nobody_drives_makes_no_distance(byte polarity)
    {
        var opened = Open(polarity);
        sensor.Fault = WireFault.Floating;

        Next(opened, 600).ShouldBeOfType<DistanceReading.Faulted>();
    }

    [Fact]
    public void Another_part_or_other_settings_are_refused()
    {
        var other = new SimulatedVl53l1x { Fault = WireFault.Floating };

        Should.Throw<IOException>(() => Vl53l1x.Open(other, Settings(0x01))).Message.ShouldBe("Address 0x29 is no VL53L1X.");
        Should.Throw<ArgumentOutOfRangeException>(() => Vl53l1x.Open(sensor, new byte[Vl53l1x.SettingsBytes - 1]));
    }

    Vl53l1x Open(byte polarity = 0x01)
    {
        var opened = Vl53l1x.Open(sensor, Settings(polarity));
        Next(opened, 600);
        return opened;
    }

    DistanceReading Next(Vl53l1x opened, int? millimetres)
    {
        sensor.Measure(millimetres);
        return opened.Read();
    }

    static byte[] Settings(byte polarity)
    {
        var settings = new byte[Vl53l1x.SettingsBytes];
        settings[Vl53l1x.Polarity - Vl53l1x.SettingsStart] = polarity;
        return settings;
    }

    static DistanceReading.Faulted Fault(SensorFault fault) => new(fault);
}
