namespace Checkpoint.Devices.Pictures;

/// <summary>The CRC-32 of PNG chunks (ISO/IEC 15948, 5.5; the one of ISO 3309).</summary>
static class PngCrc
{
    const uint ReversedPolynomial = 0xEDB88320;
    static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(value => Step((uint)value))];

    /// <summary>The CRC of some bytes.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
            crc = Table[(crc ^ value) & 0xFF] ^ (crc >> 8);
        return ~crc;
    }

    static uint Step(uint value)
    {
        for (var bit = 0; bit < 8; bit++)
            value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ ReversedPolynomial;
        return value;
    }
}
