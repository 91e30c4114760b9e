namespace Checkpoint.Devices.Pictures;

/// <summary>The parts of a PNG file, each checked: header, palette and the compressed rows.</summary>
/// <param name="Header">Shape of the picture.</param>
/// <param name="Palette">Red, green, blue for each index; empty where there is none.</param>
/// <param name="Compressed">The zlib stream of the rows, from all data chunks.</param>
sealed record PngFile(PngHeader Header, byte[] Palette, MemoryStream Compressed)
{
    const int MaxPaletteBytes = 256 * 3;

    /// <summary>The first bytes of every PNG file.</summary>
    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Takes a file apart. What stands behind its end chunk is not looked at.</summary>
    /// <exception cref="InvalidDataException">It is damaged, or of a kind that we do not read.</exception>
    public static PngFile Parse(ReadOnlySpan<byte> png)
    {
        if (!png.StartsWith(Signature))
            throw new InvalidDataException("The file does not start as a PNG picture.");
        var rest = png[Signature.Length..];
        var first = Next(ref rest);
        if (!first.Type.SequenceEqual("IHDR"u8))
            throw new InvalidDataException("The file has no header.");
        var header = PngHeader.Parse(first.Data);
        byte[] palette = [];
        var compressed = new MemoryStream();
        for (var chunk = Next(ref rest); !chunk.Type.SequenceEqual("IEND"u8); chunk = Next(ref rest))
        {
            if (chunk.Type.SequenceEqual("PLTE"u8))
                palette = PaletteOf(chunk.Data);
            else if (chunk.Type.SequenceEqual("IDAT"u8))
                compressed.Write(chunk.Data);
            else if (!chunk.IsAncillary)
                throw new InvalidDataException("The file has a chunk that we do not know and must not pass over.");
        }

        compressed.Position = 0;
        return new(header, palette, compressed);
    }

    static PngChunk Next(ref ReadOnlySpan<byte> rest)
    {
        var chunk = PngChunk.Parse(rest);
        rest = rest[(PngChunk.Overhead + chunk.Data.Length)..];
        return chunk;
    }

    static byte[] PaletteOf(ReadOnlySpan<byte> chunk) => chunk.Length % 3 == 0 && chunk.Length is > 0 and <= MaxPaletteBytes
        ? chunk.ToArray()
        : throw new InvalidDataException($"A palette of {chunk.Length} bytes.");
}
