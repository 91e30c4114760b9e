using System.Runtime.Intrinsics;
using Checkpoint.Devices.Native;
using Checkpoint.Devices.Pictures;

namespace Checkpoint.Devices.Cameras;

/// <summary>Takes the luma out of what a camera gave. Not thread-safe.</summary>
sealed class LumaReader : IDisposable
{
    readonly GreyCanvas canvas = new();
    readonly FrameShape shape;
    readonly TurboJpeg.Decoder? jpeg;

    /// <summary>Reads frames of one shape.</summary>
    /// <exception cref="DllNotFoundException">They are JPEG pictures, and the library is missing.</exception>
    public LumaReader(FrameShape shape)
    {
        this.shape = shape;
        jpeg = shape.Layout == PixelLayout.Mjpeg ? TurboJpeg.Open() : null;
    }

    /// <summary>Reads one frame: where luma lies by itself it is left where it is, else it is written to one place again and again.</summary>
    /// <param name="bytes">What the camera gave.</param>
    /// <returns>Null if it is not whole, or damaged.</returns>
    public GreyFrame? Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length < shape.LeastBytes)
            return null;
        return shape.Layout switch
        {
            PixelLayout.Mjpeg => Decode(bytes.Span),
            PixelLayout.Yuyv => Pick(bytes.Span),
            _ => new GreyFrame(bytes[..shape.LeastBytes], shape.Width, shape.Height, shape.Stride),
        };
    }

    /// <inheritdoc/>
    public void Dispose() => jpeg?.Dispose();

    GreyFrame? Decode(ReadOnlySpan<byte> bytes)
    {
        if (!TurboJpeg.TryMeasure(jpeg!, bytes, out var width, out var height) || width != shape.Width || height != shape.Height)
            return null;
        canvas.Resize(width, height);
        return TurboJpeg.TryDecode(jpeg!, bytes, canvas.All, width, height) ? canvas.Frame : null;
    }

    GreyFrame Pick(ReadOnlySpan<byte> bytes)
    {
        canvas.Resize(shape.Width, shape.Height);
        for (var y = 0; y < shape.Height; y++)
            PickEven(bytes.Slice(y * shape.Stride, 2 * shape.Width), canvas.Row(y));
        return canvas.Frame;
    }

    static void PickEven(ReadOnlySpan<byte> pairs, Span<byte> luma)
    {
        var at = 0;
        for (; at + Vector128<byte>.Count <= luma.Length; at += Vector128<byte>.Count)
        {
            var low = Vector128.Create(pairs[(2 * at)..]).AsUInt16() & Vector128.Create((ushort)0xFF);
            var high = Vector128.Create(pairs[((2 * at) + Vector128<byte>.Count)..]).AsUInt16() & Vector128.Create((ushort)0xFF);
            Vector128.Narrow(low, high).CopyTo(luma[at..]);
        }

        for (; at < luma.Length; at++)
            luma[at] = pairs[2 * at];
    }
}
