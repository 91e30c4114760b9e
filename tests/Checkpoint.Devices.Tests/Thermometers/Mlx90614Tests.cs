using Checkpoint.Sensing;

namespace Checkpoint.Devices.Thermometers;

public sealed class Mlx90614Tests
{
    static readonly byte[] Forehead = ScriptedBus.Frame(Mlx90614.ObjectTemperature, 0x3C16);
    static readonly byte[] Ready = ScriptedBus.Frame(Mlx90614.Flags, 0x0010);

    [Fact]
    public void Every_word_with_a_good_checksum_is_a_temperature_or_a_named_fault()
    {
        for (var word = 0; word <= 0xFFFF; word++)
        {
            var reading = new Mlx90614(ScriptedBus.Checked(word)).Read();

            reading.ShouldBe(Expected(word), $"word 0x{word:X4}");
        }
    }

    [Theory]
    [InlineData(0x3AD2, 28_01)]
    [InlineData(0x3C7A, 36_49)]
    [InlineData(0x3CA2, 37_29)]
    [InlineData(0x27AE, -69_99)]
    [InlineData(0x7F91, 379_99)]
    public void A_word_counts_fiftieths_of_a_kelvin(int word, int hundredths)
    {
        var reading = new Mlx90614(ScriptedBus.Checked(word)).Read();

        reading.ShouldBe(new ThermometerReading.Measured(SurfaceTemperature.FromHundredths(hundredths)));
    }

    [Theory]
    [InlineData(0x0000, SensorFault.OutOfRange)]
    [InlineData(0x27AD, SensorFault.OutOfRange)]
    [InlineData(0x7F92, SensorFault.OutOfRange)]
    [InlineData(0x7FFF, SensorFault.OutOfRange)]
    [InlineData(0x8000, SensorFault.ErrorFlag)]
    [InlineData(0xFFFF, SensorFault.ErrorFlag)]
    public void A_checked_word_that_is_no_temperature_is_a_fault(int word, SensorFault fault)
    {
        var reading = new Mlx90614(ScriptedBus.Checked(word)).Read();

        reading.ShouldBe(new ThermometerReading.Faulted(fault));
    }

    [Theory]
    [InlineData(0x3B, 0x3A, 0xCF)] // the code is off by one
    [InlineData(0xFF, 0xFF, 0xFF)] // the bus is pulled up and nobody drives it
    [InlineData(0x00, 0x00, 0x00)] // the bus is stuck low
    [InlineData(0x3A, 0x3B, 0xCE)] // the bytes are swapped
    [InlineData(0x3B, 0xBA, 0xCE)] // the checksum goes before the error flag
    public void A_wrong_checksum_is_reported_whatever_the_word_says(byte low, byte high, byte pec)
    {
        var reading = new Mlx90614(new ScriptedBus([low, high, pec])).Read();

        reading.ShouldBe(new ThermometerReading.Faulted(SensorFault.BadChecksum));
    }

    [Fact]
    public void A_sensor_that_does_not_acknowledge_is_reported()
    {
        var reading = new Mlx90614(new ScriptedBus(null)).Read();

        reading.ShouldBe(new ThermometerReading.Faulted(SensorFault.NoAnswer));
    }

    [Fact]
    public void No_flip_of_one_or_two_bits_is_ever_believed()
    {
        var random = new Random(1);
        for (var round = 0; round < 20_000; round++)
        {
            var word = new byte[3];
            ScriptedBus.Checked(random.Next(0x27AE, 0x7F92)).ReadWord(0, 0, word);
            var (first, second) = (random.Next(24), random.Next(24));
            word[first / 8] ^= (byte)(1 << (first % 8));
            if (second != first)
                word[second / 8] ^= (byte)(1 << (second % 8));

            var reading = new Mlx90614(new ScriptedBus(word)).Read();

            reading.ShouldBe(new ThermometerReading.Faulted(SensorFault.BadChecksum));
        }
    }

    [Fact]
    public void A_temperature_that_the_sensor_says_three_times_is_believed()
    {
        Read(Forehead, Ready, Forehead, Ready, Forehead).ShouldBe(new ThermometerReading.Measured(SurfaceTemperature.FromHundredths(34_49)));
    }

    [Fact]
    public void A_temperature_that_the_sensor_does_not_repeat_is_not_believed()
    {
        var other = ScriptedBus.Frame(Mlx90614.ObjectTemperature, 0x3C17);

        Read(Forehead, Ready, other).ShouldBe(Fault(SensorFault.Disagreement));
        Read(Forehead, Ready, Forehead, Ready, other).ShouldBe(Fault(SensorFault.Disagreement));
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

        Read(Forehead, strange, Forehead, strange, Forehead).ShouldBeOfType<ThermometerReading.Measured>();
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
        byte[][] reading = [Forehead, Ready, Forehead, Ready, Forehead];

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

                if (reading is ThermometerReading.Measured)
                    reading.ShouldBe(Expected(word), $"word 0x{word:X4}, {stuck}");
            }
        }
    }

    [Fact]
    public void Every_word_of_the_die_is_a_temperature_or_a_named_fault()
    {
        for (var word = 0; word <= 0xFFFF; word++)
        {
            var reading = new Mlx90614(ScriptedBus.Checked(word, Mlx90614.DieTemperature)).ReadDie();

            DieReading expected = word switch
            {
                > 0x7FFF => new DieReading.Faulted(SensorFault.ErrorFlag),
                < 0x2D89 or > 0x4DC4 => new DieReading.Faulted(SensorFault.OutOfRange),
                _ => new DieReading.Measured((int)decimal.Round((word * 2m) - 27315m)),
            };
            reading.ShouldBe(expected, $"word 0x{word:X4}");
        }
    }

    static ThermometerReading Read(params byte[][] frames) => new Mlx90614(new FrameBus(frames)).Read();

    static ThermometerReading.Faulted Fault(SensorFault fault) => new(fault);

    static ThermometerReading Expected(int word) => word switch
    {
        > 0x7FFF => new ThermometerReading.Faulted(SensorFault.ErrorFlag),
        < 0x27AE or > 0x7F91 => new ThermometerReading.Faulted(SensorFault.OutOfRange),
        _ => new ThermometerReading.Measured(SurfaceTemperature.FromHundredths((int)decimal.Round((word * 2m) - 27315m))),
    };
}
