using System.Buffers;
using System.Buffers.Binary;

namespace Checkpoint.Passes.Compression;

/// <summary>Expands compressed passes. Own, so that there is one spelling of unread bits, no trailing byte and no growing buffer.</summary>
static class Zlib
{
    /// <summary>The most that a pass may hold once expanded, bytes; a certificate holds under 3 KiB, a card of many parts some 20.</summary>
    public const int MaxExpanded = 64 * 1024;

    const int HeaderBytes = 2;
    const int ChecksumBytes = 4;
    const byte Deflate = 8;
    const byte LargestWindow = 7;
    const byte PresetDictionary = 0x20;
    const uint AdlerBase = 65521;

    /// <summary>Expands a zlib stream (RFC 1950).</summary>
    /// <returns>The bytes, or null if it is no such stream or holds more than <see cref="MaxExpanded"/>.</returns>
    public static byte[]? TryExpand(ReadOnlySpan<byte> zlib)
    {
        if (zlib.Length < HeaderBytes + ChecksumBytes || !IsHeader(zlib[0], zlib[1]))
            return null;
        var plain = TryExpandRaw(zlib[HeaderBytes..^ChecksumBytes]);
        return plain is not null && Adler(plain) == BinaryPrimitives.ReadUInt32BigEndian(zlib[^ChecksumBytes..]) ? plain : null;
    }

    /// <summary>Expands a raw stream (RFC 1951).</summary>
    /// <returns>The bytes, or null if it is no such stream or holds more than <see cref="MaxExpanded"/>.</returns>
    public static byte[]? TryExpandRaw(ReadOnlySpan<byte> deflated)
    {
        var room = ArrayPool<byte>.Shared.Rent(MaxExpanded);
        var length = Inflater.Inflate(deflated, room.AsSpan(..MaxExpanded));
        var plain = length < 0 ? null : room[..length];
        ArrayPool<byte>.Shared.Return(room);
        return plain;
    }

    static bool IsHeader(byte method, byte flags) =>
        (method & 0x0F) == Deflate && method >> 4 <= LargestWindow && (flags & PresetDictionary) == 0 && ((method << 8) | flags) % 31 == 0;

    // RFC 1950, section 8.2; 64 KiB cannot overflow 64 bits in between.
    static uint Adler(ReadOnlySpan<byte> bytes)
    {
        ulong a = 1, b = 0;
        foreach (var value in bytes)
        {
            a += value;
            b += a;
        }

        return (uint)((b % AdlerBase) << 16 | (a % AdlerBase));
    }
}
