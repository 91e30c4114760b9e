namespace Checkpoint.Devices.Pictures;

/// <summary>Turns rows of one PNG picture into grey, whatever its channels are.</summary>
/// <param name="file">The picture's shape and palette.</param>
sealed class PngLuma(PngFile file)
{
    const int White = 255;

    /// <summary>Converts one row, already unfiltered.</summary>
    /// <exception cref="InvalidDataException">An index lies outside the palette.</exception>
    public void Convert(ReadOnlySpan<byte> row, Span<byte> grey)
    {
        if (file.Header is { Colour: PngColour.Grey, BitDepth: 8 })
        {
            row.CopyTo(grey);
            return;
        }

        for (var x = 0; x < grey.Length; x++)
        {
            grey[x] = (byte)(file.Header.Colour switch
            {
                PngColour.Grey => Sample(row, x) * White / MaxSample,
                PngColour.Palette => Indexed(Sample(row, x)),
                PngColour.Rgb => Luma(row.Slice(x * 3, 3)),
                PngColour.GreyAlpha => OnPaper(row[x * 2], row[(x * 2) + 1]),
                _ => OnPaper(Luma(row.Slice(x * 4, 3)), row[(x * 4) + 3]),
            });
        }
    }

    int MaxSample => (1 << file.Header.BitDepth) - 1;

    // ITU-R BT.601 in thousandths.
    static int Luma(ReadOnlySpan<byte> rgb) => ((299 * rgb[0]) + (587 * rgb[1]) + (114 * rgb[2]) + 500) / 1000;

    static int OnPaper(int grey, int alpha) => ((grey * alpha) + (White * (White - alpha)) + (White / 2)) / White;

    // Samples of less than a byte stand in a byte from its high end to its low end.
    int Sample(ReadOnlySpan<byte> row, int x)
    {
        var bit = x * file.Header.BitDepth;
        return (row[bit / 8] >> (8 - file.Header.BitDepth - (bit % 8))) & MaxSample;
    }

    int Indexed(int index) => (index + 1) * 3 <= file.Palette.Length
        ? Luma(file.Palette.AsSpan(index * 3, 3))
        : throw new InvalidDataException($"Index {index} lies outside the palette.");
}
