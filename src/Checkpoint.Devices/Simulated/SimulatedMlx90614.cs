using Checkpoint.Devices.Thermometers;
using Checkpoint.Sensing;

namespace Checkpoint.Devices.Simulated;

/// <summary>
/// An MLX90614 as its bus sees it: answers register reads with bytes and a packet error code for the surface in front of it, so
/// that everything above the wire is the code that runs on hardware.
/// </summary>
/// <remarks>One thread may read while another changes what is in front of it.</remarks>
/// <param name="randomSeed">Seed of the sensor's noise.</param>
public sealed class SimulatedMlx90614(int randomSeed) : ISmbus
{
    /// <summary>Temperature of the sensor itself and of whatever is behind an empty gate, in hundredths of a °C.</summary>
    public const int AmbientHundredths = 20_00;

    /// <summary>Largest deviation of one reading from the surface's temperature, in hundredths of a °C.</summary>
    public const int NoiseHundredths = 3;

    const byte AmbientTemperature = 0x06;
    static readonly Scene Empty = new(AmbientHundredths, SmbusFault.None);

    readonly Random noise = new(randomSeed);
    volatile Scene scene = Empty;

    /// <summary>Puts a surface in front of the sensor.</summary>
    /// <param name="surface">Its temperature.</param>
    /// <param name="fault">How the sensor fails while it looks at it.</param>
    public void Face(SurfaceTemperature surface, SmbusFault fault) => scene = new(surface.Hundredths, fault);

    /// <summary>Takes away what was in front of the sensor, and its fault.</summary>
    public void Clear() => scene = Empty;

    /// <inheritdoc/>
    public void ReadWord(byte address, byte command, Span<byte> word)
    {
        var seen = scene;
        if (address != Mlx90614.Address || seen.Fault == SmbusFault.NoAnswer)
            throw new IOException($"No acknowledgement from address 0x{address:X2}.");

        var raw = command switch
        {
            AmbientTemperature => ToWord(AmbientHundredths),
            Mlx90614.ObjectTemperature => Corrupt(ToWord(seen.Hundredths + Noise()), seen.Fault),
            _ => throw new IOException($"No acknowledgement of command 0x{command:X2}."),
        };
        word[0] = (byte)(raw & 0xFF);
        word[1] = (byte)(raw >> 8);
        word[2] = SmbusPec.OfWordRead(address, command, word[0], word[1]);
        if (seen.Fault == SmbusFault.BadChecksum)
            word[2] ^= 1;
    }

    static int ToWord(int hundredths) => Math.Clamp(
        (hundredths + Mlx90614.FreezingPoint) / Mlx90614.HundredthsPerCount, Mlx90614.LowestWord, Mlx90614.HighestWord);

    static int Corrupt(int word, SmbusFault fault) => fault switch
    {
        SmbusFault.ErrorFlag => word | Mlx90614.ErrorFlag,
        SmbusFault.ZeroWord => 0x0000,
        SmbusFault.OnesWord => 0xFFFF,
        _ => word,
    };

    int Noise() => noise.Next(-NoiseHundredths, NoiseHundredths + 1);

    sealed record Scene(int Hundredths, SmbusFault Fault);
}
