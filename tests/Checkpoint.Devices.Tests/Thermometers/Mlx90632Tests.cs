using Checkpoint.Devices.Simulated;
using Checkpoint.Sensing;
using Checkpoint.Testing;

namespace Checkpoint.Devices.Thermometers;

public sealed class Mlx90632Tests
{
    readonly ManualClock clock = new(DateTimeOffset.UnixEpoch.AddYears(1));
    readonly SimulatedMlx90632 sensor;

    public Mlx90632Tests() => sensor = new(clock);

    [Theory]
    [InlineData(20_00)]
    [InlineData(34_80)]
    [InlineData(37_30)]
    [InlineData(42_00)]
    public void A_forehead_reads_as_itself(int hundredths)
    {
        sensor.Face(SurfaceTemperature.FromHundredths(hundredths));
        var thermometer = Open();

        var reading = Next(thermometer);

        reading.ShouldBeOfType<ThermometerReading.Measured>().Surface.Hundredths.ShouldBeInRange(hundredths - 3, hundredths + 3);
    }

    [Fact]
    public void A_measurement_is_told_once()
    {
        var thermometer = Open();
        Next(thermometer).ShouldBeOfType<ThermometerReading.Measured>();

        thermometer.Read().ShouldBe(Fault(SensorFault.NotReady));

        Next(thermometer).ShouldBeOfType<ThermometerReading.Measured>();
    }

    [Theory]
    [InlineData(WireFault.NoAnswer, SensorFault.NoAnswer)]
    [InlineData(WireFault.Torn, SensorFault.Disagreement)]
    [InlineData(WireFault.Floating, SensorFault.OutOfRange)]
    public void Wires_that_fail_make_no_temperature(WireFault fault, SensorFault found)
    {
        var thermometer = Open();

        sensor.Fault = fault;

        Next(thermometer).ShouldBe(Fault(found));
    }

    [Fact]
    public void Only_half_of_a_measurement_since_the_start_is_no_temperature()
    {
        var thermometer = Mlx90632.Open(sensor);

        Next(thermometer).ShouldBe(Fault(SensorFault.NotReady));

        Next(thermometer).ShouldBeOfType<ThermometerReading.Measured>();
    }

    [Fact]
    public void A_sensor_that_lost_its_supply_is_told_again_to_measure()
    {
        var thermometer = Mlx90632.Open(sensor);
        sensor.Restart();

        for (var read = 0; read < Mlx90632.MostIdleReads; read++)
            Next(thermometer).ShouldBe(Fault(SensorFault.NotReady));

        Next(thermometer).ShouldBe(Fault(SensorFault.NotReady));
        Next(thermometer).ShouldBeOfType<ThermometerReading.Measured>();
    }

    [Theory]
    [InlineData(WireFault.NoAnswer)]
    [InlineData(WireFault.Torn)]
    [InlineData(WireFault.Floating)]
    public void A_sensor_whose_calibration_does_not_come_through_is_not_opened(WireFault fault)
    {
        sensor.Fault = fault;

        Should.Throw<IOException>(() => Mlx90632.Open(sensor));
    }

    [Fact]
    public void Nobody_else_is_taken_for_it()
    {
        Should.Throw<IOException>(() => Mlx90632.Open(sensor, 0x3B));
    }

    Mlx90632 Open()
    {
        var thermometer = Mlx90632.Open(sensor);
        Next(thermometer).ShouldBe(Fault(SensorFault.NotReady)); // the first half
        return thermometer;
    }

    ThermometerReading Next(Mlx90632 thermometer)
    {
        clock.Advance(SimulatedMlx90632.Interval);
        return thermometer.Read();
    }

    static ThermometerReading.Faulted Fault(SensorFault fault) => new(fault);
}
