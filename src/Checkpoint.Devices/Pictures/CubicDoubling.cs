using System.Numerics;
using System.Runtime.InteropServices;

namespace Checkpoint.Devices.Pictures;

/// <summary>
/// Doubles a picture's width and height by cubic interpolation (Keys 1981, a = −0.5). Modules of less than two pixels become wide enough
/// for the library to sample, and their noise spreads over more of them.
/// </summary>
sealed class CubicDoubling
{
    const int Margin = 2;
    const int Shift = 6;
    const int HalfUnit = 1 << (Shift - 1);

    // The kernel at 1.25, 0.25, 0.75 and 1.75 pixels, in 64ths.
    const short Outer = -4;
    const short Near = 55;
    const short Far = 15;
    const short Farthest = -2;

    byte[] padded = [];

    /// <summary>Draws the doubled picture.</summary>
    public void Draw(in GreyFrame source, GreyCanvas target)
    {
        target.Resize(2 * source.Width, 2 * source.Height);
        var length = source.Width + (2 * Margin);
        if (padded.Length < length)
            padded = new byte[length];

        var row = padded.AsSpan(0, length);
        for (var y = 0; y < target.Height; y++)
        {
            var (middle, away) = (y / 2, y % 2 == 0 ? -1 : 1);
            Blend(
                source.Row(middle - away), source.Row(middle), source.Row(middle + away), source.Row(middle + away + away),
                row.Slice(Margin, source.Width));
            FrameRows.Extend(row, Margin);
            DoubleRow(row, target.Row(y));
        }
    }

    static void Blend(
        ReadOnlySpan<byte> outer, ReadOnlySpan<byte> near, ReadOnlySpan<byte> far, ReadOnlySpan<byte> farthest, Span<byte> blended)
    {
        var x = 0;
        for (; x <= blended.Length - Vector<byte>.Count; x += Vector<byte>.Count)
        {
            var (low, high) = BlendBytes(new(outer[x..]), new(near[x..]), new(far[x..]), new(farthest[x..]));
            Vector.Narrow(low, high).CopyTo(blended[x..]);
        }

        for (; x < blended.Length; x++)
            blended[x] = BlendPixel(outer[x], near[x], far[x], farthest[x]);
    }

    static void DoubleRow(ReadOnlySpan<byte> padded, Span<byte> doubled)
    {
        var width = doubled.Length / 2;
        var pairs = MemoryMarshal.Cast<byte, ushort>(doubled);
        var x = 0;
        for (; x <= width - Vector<byte>.Count; x += Vector<byte>.Count)
        {
            var two = new Vector<byte>(padded[x..]);
            var one = new Vector<byte>(padded[(x + 1)..]);
            var middle = new Vector<byte>(padded[(x + 2)..]);
            var next = new Vector<byte>(padded[(x + 3)..]);
            var afterNext = new Vector<byte>(padded[(x + 4)..]);
            var (lowLeft, highLeft) = BlendBytes(next, middle, one, two);
            var (lowRight, highRight) = BlendBytes(one, middle, next, afterNext);
            Pair(lowLeft, lowRight).CopyTo(pairs[x..]);
            Pair(highLeft, highRight).CopyTo(pairs[(x + Vector<ushort>.Count)..]);
        }

        for (; x < width; x++)
        {
            doubled[2 * x] = BlendPixel(padded[x + 3], padded[x + 2], padded[x + 1], padded[x]);
            doubled[(2 * x) + 1] = BlendPixel(padded[x + 1], padded[x + 2], padded[x + 3], padded[x + 4]);
        }
    }

    // Both bytes of a pair, the left one at the lower address.
    static Vector<ushort> Pair(Vector<ushort> left, Vector<ushort> right) => BitConverter.IsLittleEndian
        ? left | Vector.ShiftLeft(right, 8)
        : Vector.ShiftLeft(left, 8) | right;

    static byte BlendPixel(int outer, int near, int far, int farthest) => (byte)Math.Clamp(
        ((outer * Outer) + (near * Near) + (far * Far) + (farthest * Farthest) + HalfUnit) >> Shift, byte.MinValue, byte.MaxValue);

    static (Vector<ushort> Low, Vector<ushort> High) BlendBytes(Vector<byte> outer, Vector<byte> near, Vector<byte> far, Vector<byte> farthest)
    {
        Vector.Widen(outer, out var lowOuter, out var highOuter);
        Vector.Widen(near, out var lowNear, out var highNear);
        Vector.Widen(far, out var lowFar, out var highFar);
        Vector.Widen(farthest, out var lowFarthest, out var highFarthest);
        return (Blend(lowOuter, lowNear, lowFar, lowFarthest), Blend(highOuter, highNear, highFar, highFarthest));
    }

    // At most 255 × 70: a short holds it.
    static Vector<ushort> Blend(Vector<ushort> outer, Vector<ushort> near, Vector<ushort> far, Vector<ushort> farthest)
    {
        var sum = (Vector.AsVectorInt16(outer) * Outer) + (Vector.AsVectorInt16(near) * Near)
            + (Vector.AsVectorInt16(far) * Far) + (Vector.AsVectorInt16(farthest) * Farthest) + new Vector<short>(HalfUnit);
        var pixels = Vector.ShiftRightArithmetic(sum, Shift);
        return Vector.AsVectorUInt16(Vector.Min(Vector.Max(pixels, Vector<short>.Zero), new(byte.MaxValue)));
    }
}
