using Checkpoint.Devices.Buses;
using Checkpoint.Devices.Thermometers;
using Checkpoint.Sensing;

namespace Checkpoint.Devices.Kernel;

/// <summary>The thermometer's driver on a bus of the kernel, both ways that a controller can carry it.</summary>
public sealed class Mlx90614BusTests
{
    const int Forehead = 15_475; // 36.35 °C
    const int Room = 14_658; // 20.01 °C

    public Mlx90614BusTests()
    {
        (ThermometerParameter.Object, ThermometerParameter.Die, ThermometerParameter.Fault) = (Forehead, Room, BusFault.Good);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_temperature_of_its_range_comes_through_the_kernel(bool whole)
    {
        using var bus = Open(whole);
        var sensor = new Mlx90614(bus);

        for (var word = Mlx90614.LowestWord; word <= Mlx90614.HighestWord; word += 997)
        {
            ThermometerParameter.Object = word;
            sensor.Read().ShouldBe(new ThermometerReading.Measured(SurfaceTemperature.FromHundredths((word * 2) - 273_15)));
        }

        sensor.ReadDie().ShouldBe(new DieReading.Measured(20_01));
    }

    [Theory]
    [InlineData(true, BusFault.WrongCode, SensorFault.BadChecksum)]
    [InlineData(true, BusFault.TurnedBit, SensorFault.BadChecksum)]
    [InlineData(true, BusFault.Flagged, SensorFault.ErrorFlag)]
    [InlineData(true, BusFault.Silent, SensorFault.NoAnswer)]
    [InlineData(true, BusFault.Stuck, SensorFault.NoAnswer)]
    [InlineData(false, BusFault.WrongCode, SensorFault.BadChecksum)]
    [InlineData(false, BusFault.TurnedBit, SensorFault.BadChecksum)]
    [InlineData(false, BusFault.Flagged, SensorFault.ErrorFlag)]
    [InlineData(false, BusFault.Silent, SensorFault.NoAnswer)]
    [InlineData(false, BusFault.Stuck, SensorFault.NoAnswer)]
    public void A_bad_transfer_is_a_named_fault_and_the_next_good_one_a_temperature(bool whole, BusFault fault, SensorFault expected)
    {
        using var bus = Open(whole);
        var sensor = new Mlx90614(bus);

        ThermometerParameter.Fault = fault;
        sensor.Read().ShouldBe(new ThermometerReading.Faulted(expected));
        sensor.ReadDie().ShouldBe(new DieReading.Faulted(expected));
        ThermometerParameter.Fault = BusFault.Good;

        sensor.Read().ShouldBeOfType<ThermometerReading.Measured>().Surface.Hundredths.ShouldBe(36_35);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_loose_wire_never_makes_a_temperature(bool whole)
    {
        using var bus = Open(whole);
        var sensor = new Mlx90614(bus);
        ThermometerParameter.Fault = BusFault.OneInFour;

        for (var i = 0; i < 100; i++)
            sensor.Read().ShouldBe(new ThermometerReading.Faulted(SensorFault.BadChecksum));
    }

    [Fact]
    public void An_address_at_which_nobody_is_does_not_answer()
    {
        using var bus = Open(whole: true);

        new Mlx90614(bus, 0x2B).Read().ShouldBe(new ThermometerReading.Faulted(SensorFault.NoAnswer));
    }

    static LinuxI2cBus Open(bool whole)
    {
        ThermometerParameter.IsWhole = whole;
        return LinuxI2cBus.Open(Rig.I2c);
    }
}
