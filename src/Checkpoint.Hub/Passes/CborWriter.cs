using System.Buffers.Binary;
using System.Text;

namespace Checkpoint.Hub.Passes;

/// <summary>Writes the little CBOR (RFC 8949) that a test certificate needs, in the shortest form.</summary>
sealed class CborWriter
{
    readonly List<byte> bytes = [];

    /// <summary>What was written.</summary>
    public byte[] ToArray() => [.. bytes];

    /// <summary>A whole number.</summary>
    public CborWriter Number(long value) => value >= 0 ? Head(0, (ulong)value) : Head(1, (ulong)(-1 - value));

    /// <summary>Bytes.</summary>
    public CborWriter Bytes(ReadOnlySpan<byte> value)
    {
        Head(2, (ulong)value.Length);
        bytes.AddRange(value);
        return this;
    }

    /// <summary>Text.</summary>
    public CborWriter Text(string value)
    {
        var utf8 = Encoding.UTF8.GetBytes(value);
        Head(3, (ulong)utf8.Length);
        bytes.AddRange(utf8);
        return this;
    }

    /// <summary>The head of a list; its items follow.</summary>
    public CborWriter List(int items) => Head(4, (ulong)items);

    /// <summary>The head of a map; its keys and values follow.</summary>
    public CborWriter Map(int pairs) => Head(5, (ulong)pairs);

    /// <summary>A tag; what it is about follows.</summary>
    public CborWriter Tag(int tag) => Head(6, (ulong)tag);

    CborWriter Head(int major, ulong value)
    {
        Span<byte> wide = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(wide, value);
        var (code, length) = value switch
        {
            < 24 => ((int)value, 0),
            <= byte.MaxValue => (24, 1),
            <= ushort.MaxValue => (25, 2),
            <= uint.MaxValue => (26, 4),
            _ => (27, 8),
        };
        bytes.Add((byte)((major << 5) | code));
        bytes.AddRange(wide[^length..]);
        return this;
    }
}
