using Checkpoint.Devices.Thermometers;
using Checkpoint.Sensing;

namespace Checkpoint.Devices.Simulated;

public sealed class SimulatedMlx90614Tests
{
    static readonly SurfaceTemperature Forehead = SurfaceTemperature.FromHundredths(34_80);

    [Fact]
    public void A_forehead_reads_as_itself_within_the_noise()
    {
        var sensor = new SimulatedMlx90614(1);
        sensor.Face(Forehead, SmbusFault.None);

        var seen = Enumerable.Range(0, 200).Select(_ => Hundredths(sensor)).ToArray();

        // The noise and half of the sensor's step of 0.02 °C.
        seen.ShouldAllBe(h => Math.Abs(h - Forehead.Hundredths) <= SimulatedMlx90614.NoiseHundredths + 1);
        seen.Distinct().Count().ShouldBeGreaterThan(2);
    }

    [Fact]
    public void An_empty_gate_reads_as_the_wall_behind_it()
    {
        var sensor = new SimulatedMlx90614(1);
        sensor.Face(Forehead, SmbusFault.NoAnswer);

        sensor.Clear();

        Hundredths(sensor).ShouldBeInRange(19_96, 20_04);
    }

    [Fact]
    public void The_same_seed_gives_the_same_noise()
    {
        var (one, other) = (new SimulatedMlx90614(5), new SimulatedMlx90614(5));

        for (var i = 0; i < 50; i++)
            Hundredths(one).ShouldBe(Hundredths(other));
    }

    [Theory]
    [InlineData(SmbusFault.BadChecksum, SensorFault.BadChecksum)]
    [InlineData(SmbusFault.ErrorFlag, SensorFault.ErrorFlag)]
    [InlineData(SmbusFault.ZeroWord, SensorFault.OutOfRange)]
    [InlineData(SmbusFault.OnesWord, SensorFault.ErrorFlag)]
    [InlineData(SmbusFault.NoAnswer, SensorFault.NoAnswer)]
    public void A_fault_is_found_by_the_real_driver(SmbusFault fault, SensorFault found)
    {
        var sensor = new SimulatedMlx90614(1);
        sensor.Face(Forehead, fault);

        var reading = new Mlx90614(sensor).Read();

        reading.ShouldBe(new ThermometerReading.Faulted(found));
    }

    [Theory]
    [InlineData(-70_00)]
    [InlineData(380_00)]
    public void The_ends_of_the_range_read_as_temperatures(int hundredths)
    {
        var sensor = new SimulatedMlx90614(1);
        sensor.Face(SurfaceTemperature.FromHundredths(hundredths), SmbusFault.None);

        for (var i = 0; i < 50; i++)
            Hundredths(sensor).ShouldBeInRange(hundredths - 4, hundredths + 4);
    }

    [Theory]
    [InlineData(0x5B, 0x07)]
    [InlineData(0x5A, 0x44)]
    public void Nobody_else_answers_on_the_bus(byte address, byte command) =>
        Should.Throw<IOException>(() => new SimulatedMlx90614(1).ReadWord(address, command, new byte[3]));

    static int Hundredths(SimulatedMlx90614 sensor) =>
        new Mlx90614(sensor).Read().ShouldBeOfType<ThermometerReading.Measured>().Surface.Hundredths;
}
