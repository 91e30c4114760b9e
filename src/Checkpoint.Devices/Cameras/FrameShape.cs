using Checkpoint.Devices.Native;

namespace Checkpoint.Devices.Cameras;

/// <summary>The shape of a camera's frames, checked.</summary>
/// <param name="Layout">How the pixels lie.</param>
/// <param name="Width">Pixels in a row, <see cref="LeastSide"/> … <see cref="MostSide"/>.</param>
/// <param name="Height">Rows, likewise.</param>
/// <param name="Stride">Bytes from one row's start to the next's; for JPEG of the decoded picture.</param>
readonly record struct FrameShape(PixelLayout Layout, int Width, int Height, int Stride)
{
    /// <summary>The smallest side, in pixels: no code is smaller.</summary>
    public const int LeastSide = 32;

    /// <summary>The largest side, in pixels, that whoever looks for codes takes.</summary>
    public const int MostSide = 4096;

    /// <summary>The largest buffer, in bytes: four a pixel.</summary>
    public const int MostBytes = 4 * MostSide * MostSide;

    const int MostStride = 4 * MostSide;

    /// <summary>The least bytes in which the luma is whole; for JPEG, of any picture.</summary>
    public int LeastBytes => Layout == PixelLayout.Mjpeg ? 1 : ((Height - 1) * Stride) + RowBytes(Layout, Width);

    /// <summary>Checks what a driver answered.</summary>
    /// <exception cref="IOException">It is absurd.</exception>
    public static FrameShape Of(V4l2Format answered)
    {
        var layout = (PixelLayout)answered.Pixels;
        if (!Enum.IsDefined(layout))
            throw new IOException($"it insists on {PixelLayouts.Name(answered.Pixels)} pictures.");
        if (answered.Width is < LeastSide or > MostSide || answered.Height is < LeastSide or > MostSide)
            throw new IOException($"it answers with {answered.Width}×{answered.Height} pixels; expected {LeastSide} to {MostSide} a side.");
        var row = RowBytes(layout, (int)answered.Width);
        var stride = layout == PixelLayout.Mjpeg || answered.RowBytes == 0 ? (uint)row : answered.RowBytes;
        return stride >= row && stride <= MostStride
            ? new(layout, (int)answered.Width, (int)answered.Height, (int)stride)
            : throw new IOException($"it answers with rows of {stride} bytes for {answered.Width} pixels; expected {row} to {MostStride}.");
    }

    static int RowBytes(PixelLayout layout, int width) => layout == PixelLayout.Yuyv ? 2 * width : width;
}
