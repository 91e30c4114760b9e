using Checkpoint.Devices.Thermometers;
using Checkpoint.Sensing;

namespace Checkpoint.Devices.Simulated;

/// <summary>
/// An MLX90614 as its bus sees it: answers register reads with bytes and a packet error code for the surface in front of it, so
/// that everything above the wire is the code that runs on hardware.
/// </summary>
/// <remarks>One thread may use the bus while another changes what is in front of the sensor.</remarks>
/// <param name="randomSeed">Seed of the sensor's noise.</param>
/// <param name="clock">What tells how long its data line was low; real time if null.</param>
public sealed class SimulatedMlx90614(int randomSeed, TimeProvider? clock = null) : ISmbus, IDataLine
{
    /// <summary>Temperature of the sensor itself and of whatever is behind an empty gate, in hundredths of a °C.</summary>
    public const int AmbientHundredths = 20_00;

    /// <summary>Largest deviation of one reading from the surface's temperature, in hundredths of a °C.</summary>
    public const int NoiseHundredths = 3;

    const byte FirstInfrared = 0x04;
    const byte SecondInfrared = 0x05;
    const byte SleepCommand = 0xFF;
    const int Ready = 0x10;
    static readonly TimeSpan WakesAfter = TimeSpan.FromMilliseconds(33);
    static readonly Scene Empty = new(AmbientHundredths, SmbusFault.None);

    readonly TimeProvider clock = clock ?? TimeProvider.System;
    readonly Random noise = new(randomSeed);
    readonly SimulatedCells cells = new();
    volatile Scene scene = Empty;
    bool isAsleep;
    bool isHeld;
    int deviation;
    long pulledAt;

    /// <summary>Puts a surface in front of the sensor.</summary>
    /// <param name="surface">Its temperature.</param>
    /// <param name="fault">How the sensor fails while it looks at it.</param>
    public void Face(SurfaceTemperature surface, SmbusFault fault) => scene = new(surface.Hundredths, fault);

    /// <summary>Takes away what was in front of the sensor, and its fault.</summary>
    public void Clear() => scene = Empty;

    /// <inheritdoc/>
    public void ReadWord(byte address, byte command, Span<byte> word)
    {
        var seen = Answer(address);
        var raw = command switch
        {
            FirstInfrared or SecondInfrared => SignAndMagnitude(seen.Hundredths - AmbientHundredths),
            Mlx90614.DieTemperature => ToWord(AmbientHundredths),
            Mlx90614.ObjectTemperature or Mlx90614.SecondObjectTemperature => Corrupt(ToWord(seen.Hundredths + Noise()), seen.Fault),
            Mlx90614.Flags => Ready,
            _ when SimulatedCells.Has(command) => cells[command],
            _ => throw new IOException($"No acknowledgement of command 0x{command:X2}."),
        };
        isHeld = command == Mlx90614.Flags;
        word[0] = (byte)(raw & 0xFF);
        word[1] = (byte)(raw >> 8);
        word[2] = SmbusPec.OfWordRead(address, command, word[0], word[1]);
        if (seen.Fault == SmbusFault.BadChecksum)
            word[2] ^= 1;
    }

    /// <inheritdoc/>
    public void Write(byte address, ReadOnlySpan<byte> bytes)
    {
        Answer(address);
        if (SmbusPec.OfWrite(address, bytes[..^1]) != bytes[^1])
            throw new IOException("No acknowledgement of the packet error code.");
        if (bytes is [SleepCommand, _])
            isAsleep = true;
        else if (bytes is [var register, var low, var high, _] && SimulatedCells.Has(register))
            cells.Write(register, (ushort)(low | (high << 8)));
        else
            throw new IOException($"No acknowledgement of command 0x{bytes[0]:X2}.");
    }

    /// <inheritdoc/>
    public void Pull() => pulledAt = clock.GetTimestamp();

    /// <inheritdoc/>
    public void Release() => isAsleep = isAsleep && clock.GetElapsedTime(pulledAt) < WakesAfter;

    Scene Answer(byte address)
    {
        var seen = scene;
        return address != Mlx90614.Address || seen.Fault == SmbusFault.NoAnswer || isAsleep
            ? throw new IOException($"No acknowledgement from address 0x{address:X2}.")
            : seen;
    }

    static int SignAndMagnitude(int counts) => counts < 0 ? 0x8000 | -counts : counts;

    static int ToWord(int hundredths) => Math.Clamp(
        (hundredths + Mlx90614.FreezingPoint) / Mlx90614.HundredthsPerCount, Mlx90614.LowestWord, Mlx90614.HighestWord);

    static int Corrupt(int word, SmbusFault fault) => fault switch
    {
        SmbusFault.ErrorFlag => word | Mlx90614.ErrorFlag,
        SmbusFault.ZeroWord => 0x0000,
        SmbusFault.OnesWord => 0xFFFF,
        _ => word,
    };

    // It measures ten times a second, and a reading takes 4 ms: what it says after a question for its flags is what it said before.
    int Noise() => deviation = isHeld ? deviation : noise.Next(-NoiseHundredths, NoiseHundredths + 1);

    sealed record Scene(int Hundredths, SmbusFault Fault);
}
