using System.IO.Compression;
using Checkpoint.Passes;

namespace Checkpoint.Testing.Fuzzing;

/// <summary>The parts of a good certificate's envelope, to put together wrongly.</summary>
/// <param name="Covered">Headers that the signature covers, encoded.</param>
/// <param name="Free">Headers that it does not, encoded.</param>
/// <param name="Payload">Payload, bytes.</param>
/// <param name="Signature">Signature, bytes.</param>
sealed record CoseParts(byte[] Covered, byte[] Free, byte[] Payload, byte[] Signature)
{
    const string Prefix = "HC1:";
    const byte Map = 0xA0;

    /// <summary>The envelope of a good code.</summary>
    public static byte[] Unpack(string code)
    {
        Base45.TryDecode(code.AsSpan(Prefix.Length), out var compressed);
        using var zlib = new ZLibStream(new MemoryStream(compressed), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        zlib.CopyTo(plain);
        return plain.ToArray();
    }

    /// <summary>An envelope as a code, in a zlib stream that stores it: to compress would take most of a fuzzer's time.</summary>
    public static string Code(byte[] envelope)
    {
        uint a = 1, b = 0;
        foreach (var value in envelope)
            b = (b + (a = (a + value) % 65521)) % 65521;
        byte[] length = [(byte)(envelope.Length & 0xFF), (byte)(envelope.Length >> 8)];
        byte[] adler = [(byte)(b >> 8), (byte)(b & 0xFF), (byte)(a >> 8), (byte)(a & 0xFF)];
        return Prefix + Base45.Encode([0x78, 0x01, 0x01, .. length, (byte)(length[0] ^ 0xFF), (byte)(length[1] ^ 0xFF), .. envelope, .. adler]);
    }

    /// <summary>An envelope as a code, compressed.</summary>
    public static string Code(byte[] envelope, CompressionLevel level)
    {
        using var stream = new MemoryStream();
        using (var zlib = new ZLibStream(stream, level))
            zlib.Write(envelope);
        return Prefix + Base45.Encode(stream.ToArray());
    }

    /// <summary>Takes a good envelope apart.</summary>
    public static CoseParts Of(byte[] envelope)
    {
        var at = Array.IndexOf(envelope, (byte)0x84) + 1;
        var covered = Bytes(envelope, ref at);
        var free = at;
        for (var pairs = envelope[at++] - Map; pairs > 0; pairs--)
        {
            at++; // the label
            at += envelope[at] is >= 0x40 and < 0x58 ? 1 + envelope[at] - 0x40 : envelope[at] is 0x38 ? 2 : 1;
        }

        var uncovered = envelope[free..at];
        return new(covered, uncovered, Bytes(envelope, ref at), Bytes(envelope, ref at));
    }

    /// <summary>Puts an envelope together.</summary>
    /// <param name="head">What stands before the four parts.</param>
    public byte[] Join(ReadOnlySpan<byte> head) => [.. head, .. Head(Covered), .. Covered, .. Free, .. Head(Payload), .. Payload, .. Head(Signature), .. Signature];

    static byte[] Head(byte[] content) => content.Length switch
    {
        < 24 => [(byte)(0x40 + content.Length)],
        < 256 => [0x58, (byte)content.Length],
        _ => [0x59, (byte)(content.Length >> 8), (byte)(content.Length & 0xFF)],
    };

    static byte[] Bytes(byte[] from, ref int at)
    {
        var head = from[at++];
        var length = head switch
        {
            0x58 => from[at++],
            0x59 => (from[at++] << 8) | from[at++],
            _ => head - 0x40,
        };
        at += length;
        return from[(at - length)..at];
    }
}
