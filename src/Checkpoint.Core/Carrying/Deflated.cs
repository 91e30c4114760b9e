using System.IO.Compression;

namespace Checkpoint.Carrying;

/// <summary>Entries in less room: a zlib stream (RFC 1950), expanded no further than a bound.</summary>
static class Deflated
{
    /// <summary>Compresses.</summary>
    public static byte[] Pack(ReadOnlySpan<byte> plain)
    {
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            stream.Write(plain);
        return packed.ToArray();
    }

    /// <summary>Expands.</summary>
    /// <param name="packed">From anybody.</param>
    /// <param name="most">Bytes at most.</param>
    /// <returns>The bytes, or null if it is no such stream or holds more.</returns>
    public static byte[]? TryUnpack(ReadOnlyMemory<byte> packed, int most)
    {
        using var source = new MemoryStream(packed.ToArray());
        using var stream = new ZLibStream(source, CompressionMode.Decompress);
        using var plain = new MemoryStream();
        var step = new byte[64 * 1024];
        try
        {
            while (stream.Read(step) is var read and > 0)
            {
                if (plain.Length + read > most)
                    return null;
                plain.Write(step, 0, read);
            }

            return plain.ToArray();
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            return null;
        }
    }
}
