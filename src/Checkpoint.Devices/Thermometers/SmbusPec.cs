namespace Checkpoint.Devices.Thermometers;

/// <summary>The packet error code of SMBus: CRC-8, polynomial x⁸+x²+x+1 (0x07), first value 0 (SMBus 3.2, 6.4).</summary>
static class SmbusPec
{
    const int Polynomial = 0x07;

    /// <summary>The code of a word read: it covers both address bytes and the command, so an answer to another question fails.</summary>
    /// <param name="address">The device's 7-bit address.</param>
    /// <param name="command">The register.</param>
    /// <param name="low">The word's low byte, first on the bus.</param>
    /// <param name="high">The word's high byte.</param>
    public static byte OfWordRead(byte address, byte command, byte low, byte high)
    {
        var write = (byte)((address & 0x7F) << 1);
        return Of([write, command, (byte)(write | 1), low, high]);
    }

    /// <summary>The code of some bytes in the order in which they cross the bus.</summary>
    public static byte Of(ReadOnlySpan<byte> bytes)
    {
        var crc = 0;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 0x80) == 0 ? crc << 1 : ((crc << 1) ^ Polynomial) & 0xFF;
        }

        return (byte)crc;
    }
}
