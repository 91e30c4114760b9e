using System.Buffers.Binary;

namespace Checkpoint.Devices.Buses;

/// <summary>A device whose registers have 16-bit addresses and words of 16 bits, the high byte first. Not thread-safe.</summary>
/// <param name="bus">The bus that it is on.</param>
/// <param name="address">Its 7-bit address.</param>
sealed class WideRegisters(II2cBus bus, byte address)
{
    const int MostWords = II2cBus.MostBytes / 2;

    /// <summary>Reads one word.</summary>
    /// <exception cref="IOException">The device did not answer.</exception>
    public ushort Read(ushort register)
    {
        Span<ushort> word = stackalloc ushort[1];
        Read(register, word);
        return word[0];
    }

    /// <summary>Reads words that follow one another.</summary>
    /// <exception cref="IOException">The device did not answer.</exception>
    public void Read(ushort register, Span<ushort> words)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(words.Length, MostWords, nameof(words));
        Span<byte> from = stackalloc byte[2];
        Span<byte> bytes = stackalloc byte[words.Length * 2];
        BinaryPrimitives.WriteUInt16BigEndian(from, register);
        bus.Transfer(address, from, bytes);
        for (var i = 0; i < words.Length; i++)
            words[i] = BinaryPrimitives.ReadUInt16BigEndian(bytes[(2 * i)..]);
    }

    /// <summary>Writes one word.</summary>
    /// <exception cref="IOException">The device did not acknowledge.</exception>
    public void Write(ushort register, ushort word)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, register);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[2..], word);
        bus.Transfer(address, bytes, []);
    }
}
