using System.Numerics;

namespace Checkpoint.Devices.Pictures;

/// <summary>
/// Sharpens: adds 1.5 times what a picture differs from its blur (Gaussian, sigma 2 pixels). It parts the modules that a lens out of
/// focus has run together, and raises their contrast.
/// </summary>
sealed class UnsharpMask
{
    const int Radius = 4; // what lies farther out weighs less than 2 %
    const int Taps = (2 * Radius) + 1;
    const int HalfUnit = 128;

    // exp(−k²/8) in 256ths; all but the first count twice, so that all pixels' weights together are 256.
    static readonly ushort[] Weights = [52, 46, 32, 17, 7];

    byte[] padded = [];

    /// <summary>Draws the sharpened picture.</summary>
    public void Draw(in GreyFrame source, GreyCanvas target)
    {
        target.Resize(source.Width, source.Height);
        var length = source.Width + (2 * Radius);
        if (padded.Length < length)
            padded = new byte[length];

        var row = padded.AsSpan(0, length);
        var pixels = source.Pixels.Span;
        Span<int> columns = stackalloc int[Taps];
        Span<int> along = stackalloc int[Taps];
        for (var k = 0; k < Taps; k++)
            along[k] = k;
        for (var y = 0; y < source.Height; y++)
        {
            for (var k = 0; k < Taps; k++)
                columns[k] = Math.Clamp(y + k - Radius, 0, source.Height - 1) * source.Stride;
            Blur(pixels, columns, row.Slice(Radius, source.Width));
            FrameRows.Extend(row, Radius);
            var drawn = target.Row(y);
            Blur(row, along, drawn);
            Sharpen(pixels.Slice(y * source.Stride, source.Width), drawn);
        }
    }

    // The weighted mean of 9 rows of pixels, each given by where it starts.
    static void Blur(ReadOnlySpan<byte> pixels, ReadOnlySpan<int> starts, Span<byte> blurred)
    {
        var x = 0;
        for (; x <= blurred.Length - Vector<byte>.Count; x += Vector<byte>.Count)
        {
            Vector.Widen(new Vector<byte>(pixels[(starts[Radius] + x)..]), out var low, out var high);
            low = (low * Weights[0]) + new Vector<ushort>(HalfUnit);
            high = (high * Weights[0]) + new Vector<ushort>(HalfUnit);
            for (var k = 1; k <= Radius; k++)
            {
                Vector.Widen(new Vector<byte>(pixels[(starts[Radius - k] + x)..]), out var lowBefore, out var highBefore);
                Vector.Widen(new Vector<byte>(pixels[(starts[Radius + k] + x)..]), out var lowAfter, out var highAfter);
                low += (lowBefore + lowAfter) * Weights[k]; // at most 255 × 256 + 128: a ushort holds it
                high += (highBefore + highAfter) * Weights[k];
            }

            Vector.Narrow(Vector.ShiftRightLogical(low, 8), Vector.ShiftRightLogical(high, 8)).CopyTo(blurred[x..]);
        }

        for (; x < blurred.Length; x++)
        {
            var sum = HalfUnit + (Weights[0] * pixels[starts[Radius] + x]);
            for (var k = 1; k <= Radius; k++)
                sum += Weights[k] * (pixels[starts[Radius - k] + x] + pixels[starts[Radius + k] + x]);
            blurred[x] = (byte)(sum >> 8);
        }
    }

    static void Sharpen(ReadOnlySpan<byte> source, Span<byte> blurred)
    {
        var x = 0;
        for (; x <= blurred.Length - Vector<byte>.Count; x += Vector<byte>.Count)
        {
            Vector.Widen(new Vector<byte>(source[x..]), out var low, out var high);
            Vector.Widen(new Vector<byte>(blurred[x..]), out var lowBlur, out var highBlur);
            Vector.Narrow(Sharpen(low, lowBlur), Sharpen(high, highBlur)).CopyTo(blurred[x..]);
        }

        for (; x < blurred.Length; x++)
        {
            var difference = source[x] - blurred[x];
            blurred[x] = (byte)Math.Clamp(source[x] + difference + (difference >> 1), byte.MinValue, byte.MaxValue);
        }
    }

    static Vector<ushort> Sharpen(Vector<ushort> pixels, Vector<ushort> blur)
    {
        var difference = Vector.AsVectorInt16(pixels) - Vector.AsVectorInt16(blur);
        var sharp = Vector.AsVectorInt16(pixels) + difference + Vector.ShiftRightArithmetic(difference, 1);
        return Vector.AsVectorUInt16(Vector.Min(Vector.Max(sharp, Vector<short>.Zero), new(byte.MaxValue)));
    }
}
