namespace Checkpoint.Devices.Codes;

/// <summary>The pixels of a frame, checked against its shape before native code or another process sees them.</summary>
public static class PixelRows
{
    /// <summary>The rows without gaps between them.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="buffer">Grows as needed; used where the frame has gaps.</param>
    /// <exception cref="ArgumentException">The frame has no pixels, or fewer than its shape says.</exception>
    public static ReadOnlyMemory<byte> Pack(in GreyFrame frame, ref byte[] buffer)
    {
        var rows = Of(frame);
        if (frame.Stride == frame.Width)
            return frame.Pixels[..rows.Length];
        var length = frame.Width * frame.Height;
        if (buffer.Length < length)
            buffer = new byte[length];
        for (var y = 0; y < frame.Height; y++)
            rows.Slice(y * frame.Stride, frame.Width).CopyTo(buffer.AsSpan(y * frame.Width));
        return buffer.AsMemory(0, length);
    }

    /// <summary>Exactly the bytes from the first row's start to the last row's end.</summary>
    /// <exception cref="ArgumentException">The frame has no pixels, or fewer than its shape says.</exception>
    internal static ReadOnlySpan<byte> Of(in GreyFrame frame)
    {
        if (frame.Width < 1 || frame.Height < 1 || frame.Stride < frame.Width)
            throw new ArgumentException($"A frame of {frame.Width}×{frame.Height} with stride {frame.Stride}.", nameof(frame));
        var length = ((frame.Height - 1L) * frame.Stride) + frame.Width;
        return length <= frame.Pixels.Length
            ? frame.Pixels.Span[..(int)length]
            : throw new ArgumentException($"{frame.Pixels.Length} bytes; expected {length}.", nameof(frame));
    }
}
