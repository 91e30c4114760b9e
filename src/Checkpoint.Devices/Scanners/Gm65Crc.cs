namespace Checkpoint.Devices.Scanners;

/// <summary>The check of the GM65 family's frames: CRC-16, polynomial 0x1021, first value 0 (XMODEM), high byte first.</summary>
static class Gm65Crc
{
    const int Polynomial = 0x1021;

    /// <summary>The check of the bytes from the type to the last one of the data.</summary>
    public static ushort Of(ReadOnlySpan<byte> bytes)
    {
        var crc = 0;
        foreach (var value in bytes)
        {
            crc ^= value << 8;
            for (var bit = 0; bit < 8; bit++)
                crc = ((crc << 1) ^ ((crc & 0x8000) == 0 ? 0 : Polynomial)) & 0xFFFF;
        }

        return (ushort)crc;
    }

    /// <summary>Whether bytes end in the check of those before it.</summary>
    public static bool Fits(ReadOnlySpan<byte> bytes) => bytes.Length > 2 && Of(bytes[..^2]) == ((bytes[^2] << 8) | bytes[^1]);
}
