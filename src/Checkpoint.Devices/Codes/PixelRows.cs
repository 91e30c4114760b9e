namespace Checkpoint.Devices.Codes;

/// <summary>The pixels of a frame, checked against its shape before native code sees them.</summary>
static class PixelRows
{
    /// <summary>Exactly the bytes from the first row's start to the last row's end.</summary>
    /// <exception cref="ArgumentException">The frame has no pixels, or fewer than its shape says.</exception>
    public static ReadOnlySpan<byte> Of(in GreyFrame frame)
    {
        if (frame.Width < 1 || frame.Height < 1 || frame.Stride < frame.Width)
            throw new ArgumentException($"A frame of {frame.Width}×{frame.Height} with stride {frame.Stride}.", nameof(frame));
        var length = ((frame.Height - 1L) * frame.Stride) + frame.Width;
        return length <= frame.Pixels.Length
            ? frame.Pixels.Span[..(int)length]
            : throw new ArgumentException($"{frame.Pixels.Length} bytes; expected {length}.", nameof(frame));
    }
}
