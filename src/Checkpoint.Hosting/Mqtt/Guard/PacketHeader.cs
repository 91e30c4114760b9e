namespace Checkpoint.Hosting.Mqtt.Guard;

/// <summary>What stands before each packet (MQTT 5, 2.1): a byte with its kind and flags, and the length of the rest.</summary>
/// <param name="First">The byte.</param>
/// <param name="Kind">Its kind, or null if no broker has reason to send such a packet.</param>
/// <param name="HeaderBytes">Length of this header, 2 … 5 bytes.</param>
/// <param name="BodyBytes">Length of what follows.</param>
readonly record struct PacketHeader(byte First, PacketKind? Kind, int HeaderBytes, int BodyBytes)
{
    /// <summary>Length of the longest header.</summary>
    public const int MaxHeaderBytes = 5;

    /// <summary>Length of the whole packet.</summary>
    public int Length => HeaderBytes + BodyBytes;

    /// <summary>QoS of a PUBLISH, 0 … 3.</summary>
    public int Qos => (First >> 1) & 3;

    /// <summary>The kind that a first byte stands for, with every reserved flag as the protocol has it; null for any other.</summary>
    /// <remarks>QoS 2 is never subscribed to or published at, so neither it nor its answers can come.</remarks>
    public static PacketKind? KindOf(byte first) => first switch
    {
        0x20 => PacketKind.Connack,
        0x30 or 0x31 or 0x32 or 0x33 or 0x38 or 0x39 or 0x3A or 0x3B => PacketKind.Publish,
        0x40 => PacketKind.Puback,
        0x90 => PacketKind.Suback,
        0xD0 => PacketKind.Pingresp,
        0xE0 => PacketKind.Disconnect,
        _ => null,
    };

    /// <summary>Reads a header; false when more bytes are needed, or when the length is not one.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out PacketHeader header)
    {
        header = default;
        var reader = new PacketReader(bytes);
        if (!reader.TryByte(out var first) || !reader.TryVariable(out var length))
            return false;
        header = new((byte)first, KindOf((byte)first), bytes.Length - reader.Left.Length, length);
        return true;
    }

    /// <summary>Writes a header, in as few bytes as it takes.</summary>
    /// <returns>How many.</returns>
    public static int Write(Span<byte> to, byte first, int bodyBytes)
    {
        var length = 0;
        to[length++] = first;
        for (; bodyBytes > 0x7F; bodyBytes >>= 7)
            to[length++] = (byte)((bodyBytes & 0x7F) | 0x80);
        to[length++] = (byte)bodyBytes;
        return length;
    }

    /// <summary>Whether these bytes can no longer become a header.</summary>
    public static bool IsHopeless(ReadOnlySpan<byte> bytes) =>
        bytes.Length > 0 && (KindOf(bytes[0]) is null || (bytes.Length >= MaxHeaderBytes && !TryRead(bytes, out _)));
}
