using Checkpoint.Devices.Simulated;
using Checkpoint.Sensing;

namespace Checkpoint.Devices.Surroundings;

public sealed class Tmp117Tests
{
    readonly SimulatedTmp117 sensor = new();
    readonly Tmp117 thermometer;

    public Tmp117Tests() => thermometer = new(sensor);

    [Fact]
    public void Every_count_is_a_temperature_or_a_named_fault()
    {
        for (var counts = (int)short.MinValue; counts <= short.MaxValue; counts++)
        {
            sensor.Measure((short)counts);

            thermometer.Read().ShouldBe(Expected(counts), $"{counts} counts");
        }
    }

    [Theory]
    [InlineData(0x0C80, 25_00)] // the datasheet's examples
    [InlineData(0x3200, 100_00)]
    [InlineData(0x4B00, 150_00)]
    [InlineData(0x0001, 1)]
    [InlineData(-1, -1)]
    [InlineData(-3200, -25_00)]
    [InlineData(-7040, -55_00)]
    public void A_count_is_a_128th_of_a_degree(int counts, int hundredths)
    {
        sensor.Measure((short)counts);

        thermometer.Read().ShouldBe(new AmbientReading.Measured(hundredths));
    }

    [Fact]
    public void A_sensor_that_has_not_measured_yet_says_so()
    {
        thermometer.Read().ShouldBe(new AmbientReading.Faulted(SensorFault.NotReady));
    }

    [Theory]
    [InlineData(WireFault.NoAnswer, SensorFault.NoAnswer)]
    [InlineData(WireFault.Floating, SensorFault.Disagreement)]
    [InlineData(WireFault.Torn, SensorFault.Disagreement)]
    public void Wires_that_fail_make_no_temperature(WireFault fault, SensorFault found)
    {
        sensor.Measure(0x0C80);
        sensor.Fault = fault;

        thermometer.Read().ShouldBe(new AmbientReading.Faulted(found));
    }

    [Fact]
    public void Another_part_at_the_address_is_not_believed()
    {
        sensor.Measure(0x0C80);
        var other = new SimulatedTmp117();
        other.Measure(0x0C80);

        new Tmp117(other, 0x49).Read().ShouldBe(new AmbientReading.Faulted(SensorFault.NoAnswer));
    }

    static AmbientReading Expected(int counts) => counts switch
    {
        short.MinValue => new AmbientReading.Faulted(SensorFault.NotReady),
        < -7040 or > 19200 => new AmbientReading.Faulted(SensorFault.OutOfRange),
        _ => new AmbientReading.Measured((int)decimal.Round(counts * 0.78125m, MidpointRounding.AwayFromZero)),
    };
}
