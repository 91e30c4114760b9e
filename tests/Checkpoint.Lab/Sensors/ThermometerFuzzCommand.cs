using System.CommandLine;
using System.Globalization;
using Checkpoint.Devices.Thermometers;
using Checkpoint.Sensing;

namespace Checkpoint.Lab.Sensors;

/// <summary>Shows torn frames to the MLX90614's driver: <c>thermometer-fuzz --frames N --seed S</c>.</summary>
static class ThermometerFuzzCommand
{
    const int UsualFrames = 10_000_000;

    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var frames = LimitedOption.Create("--frames", "How many frames.", UsualFrames, 1, 1_000_000_000);
        var seed = LimitedOption.Create("--seed", "The same seed tears the same bits.", 1, 0, int.MaxValue);
        var command = new Command("thermometer-fuzz", "Show torn frames to the thermometer's driver: none may become a temperature.") { frames, seed };
        command.SetAction(result => Run(result.GetValue(frames), result.GetValue(seed)));
        return command;
    }

    static int Run(int frames, int seed)
    {
        var tally = new FrameTally();
        var start = TimeProvider.System.GetTimestamp();
        tally.Take(frames, seed);
        var took = TimeProvider.System.GetElapsedTime(start);

        tally.Tell();
        var report = new Report();
        report.Check(tally.Believed == 0, string.Create(CultureInfo.InvariantCulture,
            $"{tally.Frames} frames, {tally.Spoiled} spoiled, seed {seed}, {took:hh\\:mm\\:ss}: {tally.Believed} temperatures of a reading with a spoiled frame"));
        report.Check(tally.Fitting > 0, $"{tally.Fitting} spoiled frames fit their code, bear no error flag and are in range: a driver that asks once believes them");
        report.Check(tally.Refused == 0, $"{tally.Sound - tally.Refused} of {tally.Sound} sound readings ended in what the sensor measured");
        report.Check(tally.EveryTearWasSeen, "every way of tearing spoiled a frame");
        report.Check(ConversionIsExact(out var words), $"{words} words of 65536 are converted exactly or refused by name");
        return report.Close();
    }

    static bool ConversionIsExact(out int words)
    {
        words = 0;
        for (var word = 0; word <= 0xFFFF; word++)
        {
            if (new Mlx90614(new SteadyBus(word)).Read() == Expected(word))
                words++;
            else
                Report.Note($"word 0x{word:X4} is not {Expected(word)}");
        }

        return words == 0x10000;
    }

    // The datasheet's own words: kelvin are fiftieths, bit 15 is an error, and the object's range is −70 to 380 °C.
    static ThermometerReading Expected(int word) => (word / 50m) - 273.15m is var celsius && word >= 0x8000
        ? new ThermometerReading.Faulted(SensorFault.ErrorFlag)
        : celsius is < -70 or > 380
            ? new ThermometerReading.Faulted(SensorFault.OutOfRange)
            : new ThermometerReading.Measured(SurfaceTemperature.FromHundredths((int)(celsius * 100)));

    sealed class SteadyBus(int word) : ISmbus
    {
        public void ReadWord(byte address, byte command, Span<byte> bytes)
        {
            var said = command == Mlx90614.Flags ? 0x0010 : word;
            (bytes[0], bytes[1]) = ((byte)(said & 0xFF), (byte)(said >> 8));
            bytes[2] = SmbusPec.OfWordRead(address, command, bytes[0], bytes[1]);
        }

        public void Write(byte address, ReadOnlySpan<byte> bytes) => throw new IOException("No acknowledgement.");
    }
}
