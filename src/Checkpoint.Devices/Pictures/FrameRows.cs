namespace Checkpoint.Devices.Pictures;

/// <summary>A frame's rows as filters want them.</summary>
static class FrameRows
{
    /// <summary>A row; beyond the top and the bottom, the nearest one.</summary>
    public static ReadOnlySpan<byte> Row(this in GreyFrame frame, int y) =>
        frame.Pixels.Span.Slice(Math.Clamp(y, 0, frame.Height - 1) * frame.Stride, frame.Width);

    /// <summary>Repeats the outermost pixels of a row that has <paramref name="margin"/> free bytes on either side.</summary>
    public static void Extend(Span<byte> padded, int margin)
    {
        padded[..margin].Fill(padded[margin]);
        padded[^margin..].Fill(padded[^(margin + 1)]);
    }
}
