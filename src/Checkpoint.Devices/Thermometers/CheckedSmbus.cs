using Checkpoint.Sensing;

namespace Checkpoint.Devices.Thermometers;

/// <summary>One device on an SMBus whose every word is checked by its packet error code, in both directions. Not thread-safe.</summary>
/// <param name="bus">The bus that the device is on.</param>
/// <param name="address">Its 7-bit address.</param>
sealed class CheckedSmbus(ISmbus bus, byte address)
{
    /// <summary>Reads a word.</summary>
    /// <param name="command">The register.</param>
    /// <param name="word">The word, 0 … 65535; 0 when there is a fault.</param>
    /// <returns>None, NoAnswer or BadChecksum.</returns>
    public SensorFault TryRead(byte command, out int word)
    {
        word = 0;
        Span<byte> bytes = stackalloc byte[3];
        try
        {
            bus.ReadWord(address, command, bytes);
        }
        catch (IOException)
        {
            return SensorFault.NoAnswer;
        }

        if (SmbusPec.OfWordRead(address, command, bytes[0], bytes[1]) != bytes[2])
            return SensorFault.BadChecksum;
        word = bytes[0] | (bytes[1] << 8);
        return SensorFault.None;
    }

    /// <summary>Reads a word that has to be there.</summary>
    /// <param name="command">The register.</param>
    /// <exception cref="IOException">There was no answer, or its code does not fit.</exception>
    public ushort Read(byte command) => TryRead(command, out var word) is var fault and not SensorFault.None
        ? throw new IOException($"Address 0x{address:X2}, register 0x{command:X2}: {fault}.")
        : (ushort)word;

    /// <summary>Writes a word.</summary>
    /// <param name="command">The register.</param>
    /// <param name="word">The word.</param>
    /// <exception cref="IOException">It was not acknowledged.</exception>
    public void Write(byte command, ushort word) => Send([command, (byte)(word & 0xFF), (byte)(word >> 8)]);

    /// <summary>Sends a command that has no data.</summary>
    /// <param name="command">The command.</param>
    /// <exception cref="IOException">It was not acknowledged.</exception>
    public void Send(byte command) => Send([command]);

    void Send(ReadOnlySpan<byte> bytes) => bus.Write(address, [.. bytes, SmbusPec.OfWrite(address, bytes)]);
}
