using Checkpoint.Sensing;

namespace Checkpoint.Devices.Thermometers;

public sealed class Mlx90614Tests
{
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

    static ThermometerReading Expected(int word) => word switch
    {
        > 0x7FFF => new ThermometerReading.Faulted(SensorFault.ErrorFlag),
        < 0x27AE or > 0x7F91 => new ThermometerReading.Faulted(SensorFault.OutOfRange),
        _ => new ThermometerReading.Measured(SurfaceTemperature.FromHundredths((int)decimal.Round((word * 2m) - 27315m))),
    };
}
