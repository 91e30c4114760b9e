namespace Checkpoint.Devices.Codes;

/// <summary>A rectangle of a frame, in pixels.</summary>
/// <param name="Left">First column.</param>
/// <param name="Top">First row.</param>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
public readonly record struct FrameRegion(int Left, int Top, int Width, int Height)
{
    /// <summary>The whole of a frame.</summary>
    public static FrameRegion Of(in GreyFrame frame) => new(0, 0, frame.Width, frame.Height);

    /// <summary>The rectangle that just holds some points.</summary>
    /// <param name="points">At least one.</param>
    internal static FrameRegion Around(ReadOnlySpan<(int X, int Y)> points)
    {
        var (left, top, right, bottom) = (int.MaxValue, int.MaxValue, int.MinValue, int.MinValue);
        foreach (var (x, y) in points)
            (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x), Math.Max(bottom, y));
        return new(left, top, right - left + 1, bottom - top + 1);
    }

    /// <summary>The rectangle with a margin of a third of itself on each side, as far as the frame goes; whole if that leaves nothing.</summary>
    internal FrameRegion Widen(in GreyFrame frame)
    {
        var (x, y) = ((Width / 3) + MinMargin, (Height / 3) + MinMargin);
        var (left, top) = (Math.Clamp(Left - x, 0, frame.Width), Math.Clamp(Top - y, 0, frame.Height));
        var (right, bottom) = (Math.Clamp(Left + Width + x, 0, frame.Width), Math.Clamp(Top + Height + y, 0, frame.Height));
        return right - left > MinMargin && bottom - top > MinMargin ? new(left, top, right - left, bottom - top) : Of(frame);
    }

    /// <summary>The part of a frame that it covers; it has to lie within.</summary>
    internal GreyFrame Cut(in GreyFrame frame) =>
        new(frame.Pixels[((Top * frame.Stride) + Left)..], Width, Height, frame.Stride);

    const int MinMargin = 8; // pixels, for codes far away
}
