namespace Checkpoint.Devices.Thermometers;

/// <summary>The packet error code of SMBus: CRC-8, polynomial x⁸+x²+x+1 (0x07), first value 0 (SMBus 3.2, 6.4).</summary>
static class SmbusPec
{
    const int Polynomial = 0x07;
    static readonly byte[] Table = [.. Enumerable.Range(0, 256).Select(Step)];

    /// <summary>The code of a word read: it covers both address bytes and the command, so an answer to another question fails.</summary>
    /// <param name="address">The device's 7-bit address.</param>
    /// <param name="command">The register.</param>
    /// <param name="low">The word's low byte, first on the bus.</param>
    /// <param name="high">The word's high byte.</param>
    public static byte OfWordRead(byte address, byte command, byte low, byte high)
    {
        var write = WriteAddress(address);
        return Of([write, command, (byte)(write | 1), low, high]);
    }

    /// <summary>The code of what is sent to a device: it covers the address byte.</summary>
    /// <param name="address">The device's 7-bit address.</param>
    /// <param name="bytes">The command and its data in the bus's order.</param>
    public static byte OfWrite(byte address, ReadOnlySpan<byte> bytes) => Of(bytes, Table[WriteAddress(address)]);

    /// <summary>The code of some bytes in the order in which they cross the bus.</summary>
    public static byte Of(ReadOnlySpan<byte> bytes) => Of(bytes, 0);

    static byte Of(ReadOnlySpan<byte> bytes, byte first)
    {
        var crc = first;
        foreach (var value in bytes)
            crc = Table[crc ^ value];
        return crc;
    }

    static byte WriteAddress(byte address) => (byte)((address & 0x7F) << 1);

    static byte Step(int value)
    {
        for (var bit = 0; bit < 8; bit++)
            value = (value & 0x80) == 0 ? value << 1 : ((value << 1) ^ Polynomial) & 0xFF;
        return (byte)value;
    }
}
