namespace Checkpoint.Devices.Pictures;

/// <summary>Turns the inflated rows of a PNG picture into grey pixels.</summary>
static class PngRows
{
    /// <summary>Reads all rows.</summary>
    /// <param name="inflated">Each row's filter byte and bytes, in order.</param>
    /// <param name="file">Their shape and palette.</param>
    /// <param name="pixels">Takes width × height pixels.</param>
    /// <exception cref="EndOfStreamException">There are too few rows.</exception>
    /// <exception cref="InvalidDataException">There is more than the rows, an unknown filter, or an index outside the palette.</exception>
    public static void Read(Stream inflated, PngFile file, Span<byte> pixels)
    {
        var header = file.Header;
        var luma = new PngLuma(file);
        var pixelBytes = Math.Max(1, header.Channels * header.BitDepth / 8);
        var above = new byte[header.RowBytes];
        var row = new byte[header.RowBytes];
        for (var y = 0; y < header.Height; y++)
        {
            var filter = inflated.ReadByte();
            inflated.ReadExactly(row);
            PngFilter.Undo(filter, row, above, pixelBytes);
            luma.Convert(row, pixels.Slice(y * header.Width, header.Width));
            (row, above) = (above, row);
        }

        // Reading on makes the stream check its Adler-32.
        if (inflated.ReadByte() >= 0)
            throw new InvalidDataException("The picture has more rows than its header says.");
    }
}
