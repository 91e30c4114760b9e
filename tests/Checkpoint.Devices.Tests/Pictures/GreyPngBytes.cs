using System.Buffers.Binary;
using System.IO.Compression;

namespace Checkpoint.Devices.Pictures;

/// <summary>Builds PNG files byte by byte, also ones that nobody should write.</summary>
static class GreyPngBytes
{
    /// <summary>Where the header chunk starts.</summary>
    public const int HeaderAt = 8;

    public static byte[] Make(
        int width, int height, int bitDepth, PngColour colour, byte[] filteredRows, byte[]? palette = null, int interlace = 0,
        int dataChunks = 1, string extraChunk = "tEXt")
    {
        using var png = new MemoryStream();
        png.Write(PngFile.Signature);
        var header = new byte[PngHeader.Length];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9], header[12]) = ((byte)bitDepth, (byte)colour, (byte)interlace);
        PngChunk.Write(png, "IHDR"u8, header);
        PngChunk.Write(png, System.Text.Encoding.ASCII.GetBytes(extraChunk), [1, 2, 3]);
        if (palette is not null)
            PngChunk.Write(png, "PLTE"u8, palette);
        var data = Deflate(filteredRows);
        foreach (var part in data.Chunk(Math.Max(1, (data.Length + dataChunks - 1) / dataChunks)))
            PngChunk.Write(png, "IDAT"u8, part);
        PngChunk.Write(png, "IEND"u8, []);
        return png.ToArray();
    }

    static byte[] Deflate(byte[] rows)
    {
        using var deflated = new MemoryStream();
        using (var zlib = new ZLibStream(deflated, CompressionMode.Compress, leaveOpen: true))
            zlib.Write(rows);
        return deflated.ToArray();
    }
}
