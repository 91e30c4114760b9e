using Checkpoint.Devices.Simulated;
using Checkpoint.Devices.Thermometers;

namespace Checkpoint.Lab.Bench.Throughput;

/// <summary>
/// The bus of a simulated MLX90614, as slow as the part: a word takes its time at 100 kHz, and the sensor measures ten times a second, so that
/// a reading between says what it said before, and one that meets a measurement disagrees with itself.
/// </summary>
/// <param name="sensor">The sensor.</param>
sealed class RealTimeBus(SimulatedMlx90614 sensor) : ISmbus
{
    /// <summary>Time of one word: seven take 4 ms.</summary>
    static readonly TimeSpan Word = TimeSpan.FromMilliseconds(4) / 7;

    static readonly TimeSpan Measures = TimeSpan.FromMilliseconds(100);
    static readonly TimeSpan Grain = TimeSpan.FromMilliseconds(1); // the shortest sleep
    static readonly ManualResetEventSlim Never = new();

    readonly byte[] surface = new byte[3];
    long? measuredAt;
    TimeSpan owed;

    /// <inheritdoc/>
    public void ReadWord(byte address, byte command, Span<byte> word)
    {
        Take();
        if (command != Mlx90614.ObjectTemperature)
        {
            sensor.ReadWord(address, command, word);
            return;
        }

        if (measuredAt is not { } last || TimeProvider.System.GetElapsedTime(last) >= Measures)
        {
            measuredAt = TimeProvider.System.GetTimestamp();
            sensor.ReadWord(address, command, surface);
            sensor.ReadWord(address, command, surface); // the first may still hold what it said before its flags were read
        }

        surface.CopyTo(word);
    }

    /// <inheritdoc/>
    public void Write(byte address, ReadOnlySpan<byte> bytes)
    {
        Take();
        sensor.Write(address, bytes);
    }

    void Take()
    {
        owed += Word;
        if (owed < Grain)
            return;
        var started = TimeProvider.System.GetTimestamp();
        Never.Wait(Grain); // a bus blocks whoever reads
        owed -= TimeProvider.System.GetElapsedTime(started);
    }
}
