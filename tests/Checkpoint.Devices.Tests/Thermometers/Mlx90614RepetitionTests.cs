using Checkpoint.Sensing;

namespace Checkpoint.Devices.Thermometers;

/// <summary>What a reading of seven frames is believed by.</summary>
public sealed class Mlx90614RepetitionTests
{
    static readonly byte[] Forehead = ScriptedBus.Frame(Mlx90614.ObjectTemperature, 0x3C16);
    static readonly byte[] Ready = ScriptedBus.Frame(Mlx90614.Flags, 0x0010);

    [Fact]
    public void A_temperature_that_the_sensor_says_four_times_is_believed()
    {
        Read(Forehead, Ready, Forehead, Ready, Forehead, Ready, Forehead).ShouldBe(new ThermometerReading.Measured(SurfaceTemperature.FromHundredths(34_49)));
    }

    [Fact]
    public void A_temperature_that_the_sensor_does_not_repeat_is_not_believed()
    {
        var other = ScriptedBus.Frame(Mlx90614.ObjectTemperature, 0x3C17);

        Read(Forehead, Ready, other).ShouldBe(Fault(SensorFault.Disagreement));
        Read(Forehead, Ready, Forehead, Ready, other).ShouldBe(Fault(SensorFault.Disagreement));
        Read(Forehead, Ready, Forehead, Ready, Forehead, Ready, other).ShouldBe(Fault(SensorFault.Disagreement));
    }

    [Theory]
    [InlineData(0x0020, SensorFault.ErrorFlag)] // its calibration is lost, while it starts
    [InlineData(0x0030, SensorFault.ErrorFlag)] // its calibration is lost
    [InlineData(0x8010, SensorFault.ErrorFlag)]
    [InlineData(0x0000, SensorFault.NotReady)] // it starts
    [InlineData(0x0090, SensorFault.NotReady)] // it writes a cell
    [InlineData(0x0080, SensorFault.NotReady)]
    [InlineData(0x0011, SensorFault.OutOfRange)] // a bit that is always 0
    [InlineData(0x0110, SensorFault.OutOfRange)]
    [InlineData(0x7FFF, SensorFault.ErrorFlag)]
    public void A_sensor_that_does_not_say_that_it_works_is_not_believed(int flags, SensorFault fault)
    {
        Read(Forehead, ScriptedBus.Frame(Mlx90614.Flags, flags)).ShouldBe(Fault(fault));
        Read(Forehead, Ready, Forehead, ScriptedBus.Frame(Mlx90614.Flags, flags)).ShouldBe(Fault(fault));
    }

    [Theory]
    [InlineData(0x0018)]
    [InlineData(0x0050)]
    [InlineData(0x0058)]
    public void A_flag_that_means_nothing_only_has_to_stay_as_it_is(int flags)
    {
        var strange = ScriptedBus.Frame(Mlx90614.Flags, flags);

        Read(Forehead, strange, Forehead, strange, Forehead, strange, Forehead).ShouldBeOfType<ThermometerReading.Measured>();
        Read(Forehead, strange, Forehead, Ready).ShouldBe(Fault(SensorFault.Disagreement));
    }

    [Fact]
    public void A_bus_that_repeats_itself_is_found_out()
    {
        Read(Forehead, Forehead, Forehead).ShouldBe(Fault(SensorFault.BadChecksum));
        Read(Forehead, Ready, Ready).ShouldBe(Fault(SensorFault.BadChecksum));
    }

    [Fact]
    public void A_torn_frame_is_reported_whichever_of_a_reading_it_is()
    {
        byte[][] reading = [Forehead, Ready, Forehead, Ready, Forehead, Ready, Forehead];

        for (var torn = 0; torn < reading.Length; torn++)
        {
            var frames = reading.ToArray();
            frames[torn] = [0xFF, 0xFF, 0xFF];
            Read(frames).ShouldBe(Fault(SensorFault.BadChecksum), $"frame {torn}");
        }
    }

    [Fact]
    public void No_run_of_bits_that_is_stuck_makes_a_temperature_of_another()
    {
        for (var word = Mlx90614.LowestWord; word <= Mlx90614.HighestWord; word += 7)
        {
            foreach (var stuck in StuckBus.Every(word))
            {
                var reading = new Mlx90614(stuck).Read();

                if (reading is ThermometerReading.Measured measured)
                    measured.Surface.Hundredths.ShouldBe((2 * word) - 27315, $"word 0x{word:X4}, {stuck}");
            }
        }
    }

    static ThermometerReading Read(params byte[][] frames) => new Mlx90614(new FrameBus(frames)).Read();

    static ThermometerReading.Faulted Fault(SensorFault fault) => new(fault);
}
