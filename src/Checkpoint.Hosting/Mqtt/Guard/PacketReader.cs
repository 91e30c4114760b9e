using System.Buffers.Binary;

namespace Checkpoint.Hosting.Mqtt.Guard;

/// <summary>Walks over the parts of an MQTT packet (MQTT 5, 1.5), never past its end.</summary>
ref struct PacketReader(ReadOnlySpan<byte> bytes)
{
    const int MaxVariableBytes = 4;

    /// <summary>What has not been read.</summary>
    public ReadOnlySpan<byte> Left { get; private set; } = bytes;

    /// <summary>Reads one byte.</summary>
    public bool TryByte(out int value)
    {
        value = Left.IsEmpty ? 0 : Left[0];
        return TrySkip(1);
    }

    /// <summary>Reads two bytes, the greater first.</summary>
    public bool TryUInt16(out int value)
    {
        value = Left.Length < sizeof(ushort) ? 0 : BinaryPrimitives.ReadUInt16BigEndian(Left);
        return TrySkip(sizeof(ushort));
    }

    /// <summary>Reads a number of one to four bytes, seven bits in each, the lesser first.</summary>
    public bool TryVariable(out int value)
    {
        value = 0;
        for (var i = 0; i < MaxVariableBytes; i++)
        {
            if (!TryByte(out var part))
                return false;
            value |= (part & 0x7F) << (7 * i);
            if (part < 0x80)
                return true;
        }

        return false;
    }

    /// <summary>Passes over a text or binary data, which has its length before it.</summary>
    public bool TrySkipText() => TryUInt16(out var length) && TrySkip(length);

    /// <summary>Passes over so many bytes.</summary>
    public bool TrySkip(int count)
    {
        if (count > Left.Length)
            return false;
        Left = Left[count..];
        return true;
    }

    /// <summary>Takes so many bytes to be walked over by themselves.</summary>
    public bool TryTake(int count, out PacketReader part)
    {
        part = new(Left[..Math.Min(count, Left.Length)]);
        return TrySkip(count);
    }
}
