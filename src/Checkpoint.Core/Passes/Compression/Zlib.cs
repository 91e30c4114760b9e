using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;

namespace Checkpoint.Passes.Compression;

/// <summary>Expands compressed passes into no more than a pass can hold.</summary>
static class Zlib
{
    /// <summary>The most that a pass may hold once expanded, bytes; a certificate holds under 3 KiB, a card of many parts some 20.</summary>
    public const int MaxExpanded = 64 * 1024;

    const int ChecksumBytes = 4;
    const uint AdlerBase = 65521;

    /// <summary>Expands a zlib stream (RFC 1950) that ends where its bytes end.</summary>
    /// <returns>The bytes, or null if it is no such stream or holds more than <see cref="MaxExpanded"/>.</returns>
    public static byte[]? TryExpand(byte[] zlib) => TryExpand(zlib, isRaw: false) is { } plain && EndsWith(zlib, Adler(plain)) ? plain : null;

    /// <summary>
    /// Expands a raw stream (RFC 1951). It says neither how long it is nor what it holds, so that one cut short gives what is there and
    /// bytes after its end go unseen: only where a signature covers the stream.
    /// </summary>
    /// <returns>The bytes, or null if it is no such stream or holds more than <see cref="MaxExpanded"/>.</returns>
    public static byte[]? TryExpandRaw(byte[] deflated) => TryExpand(deflated, isRaw: true);

    // The framework expands from a stream only: one over memory, that waits for nothing and leaves with this method.
    static byte[]? TryExpand(byte[] bytes, bool isRaw)
    {
        using var source = new MemoryStream(bytes);
        using Stream stream = isRaw
            ? new DeflateStream(source, CompressionMode.Decompress)
            : new ZLibStream(source, CompressionMode.Decompress);
        var room = ArrayPool<byte>.Shared.Rent(MaxExpanded + 1);
        try
        {
            var length = stream.ReadAtLeast(room.AsSpan(..(MaxExpanded + 1)), MaxExpanded + 1, throwOnEndOfStream: false);
            return length > MaxExpanded ? null : room[..length];
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            return null; // not such a stream, or zlib's own complaint
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }
    }

    // The library has compared the checksum with its content, and would not see bytes after it.
    static bool EndsWith(ReadOnlySpan<byte> zlib, uint checksum) =>
        zlib.Length > ChecksumBytes && BinaryPrimitives.ReadUInt32BigEndian(zlib[^ChecksumBytes..]) == checksum;

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
