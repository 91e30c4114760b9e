using System.Buffers.Binary;

namespace Checkpoint.Passes.Cbor;

/// <summary>The head of an item: its kind and its argument (RFC 8949, section 3).</summary>
/// <param name="Kind">Major type.</param>
/// <param name="Info">The low five bits: how the argument is written.</param>
/// <param name="Argument">The value, the length, the count or a float's bits.</param>
readonly record struct CborHead(CborKind Kind, byte Info, ulong Argument)
{
    const byte OneByte = 24;
    const byte EightBytes = 27;
    const byte Indefinite = 31;

    /// <summary>Ends something of indefinite length.</summary>
    public bool IsBreak => Kind == CborKind.Simple && Info == Indefinite;

    /// <summary>The length is told by a break.</summary>
    public bool IsIndefinite => Info == Indefinite;

    /// <summary>Whether the argument is written as short as it can be; a float's width says nothing.</summary>
    public bool IsShortest => Info switch
    {
        < OneByte or > EightBytes => true,
        OneByte => Kind == CborKind.Simple || Argument >= OneByte,
        _ => Kind == CborKind.Simple || Argument >> (4 << (Info - OneByte)) != 0,
    };

    /// <summary>Reads a head.</summary>
    /// <param name="bytes">Where from.</param>
    /// <param name="at">Where it begins; afterwards where it ends.</param>
    /// <param name="head">The head.</param>
    /// <returns>False if it is cut off or written in a way that does not exist.</returns>
    public static bool TryRead(ReadOnlySpan<byte> bytes, ref int at, out CborHead head)
    {
        head = default;
        if (at >= bytes.Length)
            return false;

        var kind = (CborKind)(bytes[at] >> 5);
        var info = (byte)(bytes[at] & 0x1F);
        at++;
        head = new(kind, info, info);
        if (info < OneByte)
            return true;
        if (info > EightBytes)
            return info == Indefinite && (kind is CborKind.Array or CborKind.Map or CborKind.Simple);

        var width = 1 << (info - OneByte);
        if (bytes.Length - at < width)
            return false;
        head = new(kind, info, BigEndian(bytes.Slice(at, width)));
        at += width;
        return true;
    }

    static ulong BigEndian(ReadOnlySpan<byte> bytes) => bytes.Length switch
    {
        1 => bytes[0],
        2 => BinaryPrimitives.ReadUInt16BigEndian(bytes),
        4 => BinaryPrimitives.ReadUInt32BigEndian(bytes),
        _ => BinaryPrimitives.ReadUInt64BigEndian(bytes),
    };
}
