namespace Checkpoint.Devices.Pictures;

/// <summary>The five row filters of PNG (ISO/IEC 15948, 9).</summary>
static class PngFilter
{
    const int None = 0;
    const int Left = 1;
    const int Up = 2;
    const int Average = 3;
    const int Paeth = 4;

    /// <summary>Undoes a row's filter in place.</summary>
    /// <param name="filter">The row's filter byte; −1 where the stream ended.</param>
    /// <param name="row">The row.</param>
    /// <param name="above">The row above it, undone; zeros above the first.</param>
    /// <param name="pixelBytes">Bytes from one pixel to the next, at least 1.</param>
    /// <exception cref="InvalidDataException">The filter is not known.</exception>
    public static void Undo(int filter, Span<byte> row, ReadOnlySpan<byte> above, int pixelBytes)
    {
        if (filter is < None or > Paeth)
            throw new InvalidDataException($"Row filter {filter}; expected 0 to 4.");
        if (filter == None)
            return;
        for (var i = 0; i < row.Length; i++)
        {
            var (left, corner) = i < pixelBytes ? (0, 0) : ((int)row[i - pixelBytes], (int)above[i - pixelBytes]);
            var predicted = filter switch
            {
                Left => left,
                Up => above[i],
                Average => (left + above[i]) / 2,
                _ => Nearest(left, above[i], corner),
            };
            row[i] = (byte)((row[i] + predicted) & 0xFF);
        }
    }

    static int Nearest(int left, int up, int corner)
    {
        var estimate = left + up - corner;
        var (toLeft, toUp, toCorner) = (Math.Abs(estimate - left), Math.Abs(estimate - up), Math.Abs(estimate - corner));
        if (toLeft <= toUp && toLeft <= toCorner)
            return left;
        return toUp <= toCorner ? up : corner;
    }
}
