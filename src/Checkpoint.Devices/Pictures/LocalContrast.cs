using System.Numerics;

namespace Checkpoint.Devices.Pictures;

/// <summary>
/// Spreads contrast: each pixel becomes middle grey plus four times what it differs from the mean of the 17×17 pixels around it. Faded
/// print, shadow and glare vary slowly and vanish; modules stay, with one threshold for the whole picture.
/// </summary>
sealed class LocalContrast
{
    /// <summary>The threshold that parts dark from light in the picture drawn.</summary>
    public const byte Middle = 128;

    const int Radius = 8;
    const int Gain = 4;
    const int Span = (2 * Radius) + 1;

    // 1 ÷ (17 × 17) in 2^18ths; a sum of so many bytes times it stays below 2^31.
    const int Reciprocal = (1 << 18) / (Span * Span);
    const int ReciprocalShift = 18;

    ushort[] columns = [];
    byte[] means = [];

    /// <summary>Draws the picture with its contrast spread.</summary>
    public void Draw(in GreyFrame source, GreyCanvas target)
    {
        target.Resize(source.Width, source.Height);
        var padded = source.Width + (2 * Radius);
        if (columns.Length < padded)
            (columns, means) = (new ushort[padded], new byte[padded]);

        var sums = columns.AsSpan(0, padded);
        var inner = sums.Slice(Radius, source.Width);
        inner.Clear();
        for (var y = -Radius; y < Radius; y++)
            Add(source.Row(y), inner);
        for (var y = 0; y < source.Height; y++)
        {
            Add(source.Row(y + Radius), inner);
            sums[..Radius].Fill(inner[0]);
            sums[^Radius..].Fill(inner[^1]);
            Average(sums, means.AsSpan(0, source.Width));
            Spread(source.Row(y), means, target.Row(y));
            Subtract(source.Row(y - Radius), inner);
        }
    }

    static void Add(ReadOnlySpan<byte> row, Span<ushort> sums)
    {
        var x = 0;
        for (; x <= row.Length - Vector<byte>.Count; x += Vector<byte>.Count)
        {
            Vector.Widen(new Vector<byte>(row[x..]), out var low, out var high);
            (new Vector<ushort>(sums[x..]) + low).CopyTo(sums[x..]);
            var next = sums[(x + Vector<ushort>.Count)..];
            (new Vector<ushort>(next) + high).CopyTo(next);
        }

        for (; x < row.Length; x++)
            sums[x] += row[x];
    }

    static void Subtract(ReadOnlySpan<byte> row, Span<ushort> sums)
    {
        var x = 0;
        for (; x <= row.Length - Vector<byte>.Count; x += Vector<byte>.Count)
        {
            Vector.Widen(new Vector<byte>(row[x..]), out var low, out var high);
            (new Vector<ushort>(sums[x..]) - low).CopyTo(sums[x..]);
            var next = sums[(x + Vector<ushort>.Count)..];
            (new Vector<ushort>(next) - high).CopyTo(next);
        }

        for (; x < row.Length; x++)
            sums[x] -= row[x];
    }

    // A running sum along the row: one pixel comes, one goes.
    static void Average(ReadOnlySpan<ushort> sums, Span<byte> means)
    {
        unchecked
        {
            var sum = 0;
            for (var x = 0; x < Span - 1; x++)
                sum += sums[x];
            var coming = sums.Slice(Span - 1, means.Length);
            var going = sums[..means.Length];
            for (var x = 0; x < means.Length; x++)
            {
                sum += coming[x];
                means[x] = (byte)((sum * Reciprocal) >> ReciprocalShift);
                sum -= going[x];
            }
        }
    }

    static void Spread(ReadOnlySpan<byte> row, ReadOnlySpan<byte> means, Span<byte> drawn)
    {
        var x = 0;
        for (; x <= row.Length - Vector<byte>.Count; x += Vector<byte>.Count)
        {
            Vector.Widen(new Vector<byte>(row[x..]), out var low, out var high);
            Vector.Widen(new Vector<byte>(means[x..]), out var lowMean, out var highMean);
            Vector.Narrow(Spread(low, lowMean), Spread(high, highMean)).CopyTo(drawn[x..]);
        }

        for (; x < row.Length; x++)
            drawn[x] = (byte)Math.Clamp(Middle + ((row[x] - means[x]) * Gain), byte.MinValue, byte.MaxValue);
    }

    static Vector<ushort> Spread(Vector<ushort> pixels, Vector<ushort> means)
    {
        var difference = Vector.AsVectorInt16(pixels) - Vector.AsVectorInt16(means);
        var spread = (difference * Gain) + new Vector<short>(Middle);
        return Vector.AsVectorUInt16(Vector.Min(Vector.Max(spread, Vector<short>.Zero), new(byte.MaxValue)));
    }
}
