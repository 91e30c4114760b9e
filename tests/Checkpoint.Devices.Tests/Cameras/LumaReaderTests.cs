using System.Runtime.InteropServices;

namespace Checkpoint.Devices.Cameras;

public sealed class LumaReaderTests
{
    const int Width = 70; // no multiple of what is read at once
    const int Height = 40;

    static readonly byte[] Luma = [.. Enumerable.Range(0, Width * Height).Select(i => (byte)(((i * 7) + (i / Width)) & 0xFF))];

    [Theory]
    [InlineData(PixelLayout.Grey, 70, 0)]
    [InlineData(PixelLayout.Grey, 96, 0)]
    [InlineData(PixelLayout.Nv12, 96, 96 * 20)]
    public void Luma_that_lies_by_itself_is_not_copied(object layout, int stride, int colourBytes)
    {
        var bytes = new byte[(stride * Height) + colourBytes];
        for (var y = 0; y < Height; y++)
            Luma.AsSpan(y * Width, Width).CopyTo(bytes.AsSpan(y * stride));
        using var reader = new LumaReader(new((PixelLayout)layout, Width, Height, stride));

        var frame = reader.Read(bytes).ShouldNotBeNull();

        MemoryMarshal.TryGetArray(frame.Pixels, out var segment).ShouldBeTrue();
        segment.Array.ShouldBeSameAs(bytes);
        Rows(frame).ShouldBe(Luma);
    }

    [Theory]
    [InlineData(140)]
    [InlineData(192)]
    public void Luma_between_colours_is_picked(int stride)
    {
        var bytes = Enumerable.Repeat((byte)0x80, stride * Height).ToArray();
        for (var i = 0; i < Luma.Length; i++)
            bytes[(i / Width * stride) + (2 * (i % Width))] = Luma[i];
        using var reader = new LumaReader(new(PixelLayout.Yuyv, Width, Height, stride));

        Rows(reader.Read(bytes).ShouldNotBeNull()).ShouldBe(Luma);
    }

    [Fact]
    public void The_same_memory_is_used_again_for_the_next_frame()
    {
        using var reader = new LumaReader(new(PixelLayout.Yuyv, Width, Height, 2 * Width));
        var bytes = new byte[2 * Width * Height];
        reader.Read(bytes);
        var before = GC.GetAllocatedBytesForCurrentThread();

        reader.Read(bytes);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Theory]
    [InlineData(PixelLayout.Grey, 70)]
    [InlineData(PixelLayout.Nv12, 70)]
    [InlineData(PixelLayout.Yuyv, 140)]
    public void A_frame_that_is_not_whole_is_none(object layout, int stride)
    {
        var shape = new FrameShape((PixelLayout)layout, Width, Height, stride);
        using var reader = new LumaReader(shape);

        reader.Read(new byte[shape.LeastBytes]).ShouldNotBeNull();
        reader.Read(new byte[shape.LeastBytes - 1]).ShouldBeNull();
        reader.Read(Array.Empty<byte>()).ShouldBeNull();
    }

    [Fact]
    public async Task A_jpeg_picture_is_decoded()
    {
        var smooth = new GreyFrame(Enumerable.Range(0, 96 * 64).Select(i => (byte)(i % 96)).ToArray(), 96, 64, 96);
        var jpeg = await JpegPictures.MakeAsync(smooth, TestContext.Current.CancellationToken);
        using var reader = new LumaReader(new(PixelLayout.Mjpeg, 96, 64, 96));

        var rows = Rows(reader.Read(jpeg).ShouldNotBeNull());

        rows.Zip(smooth.Pixels.ToArray(), (read, shown) => Math.Abs(read - shown)).Max().ShouldBeLessThanOrEqualTo(4);
    }

    [Fact]
    public async Task A_jpeg_picture_of_another_size_or_none_at_all_is_no_frame()
    {
        var jpeg = await JpegPictures.MakeAsync(new(new byte[96 * 64], 96, 64, 96), TestContext.Current.CancellationToken);
        using var larger = new LumaReader(new(PixelLayout.Mjpeg, 96, 65, 96));
        using var same = new LumaReader(new(PixelLayout.Mjpeg, 96, 64, 96));

        larger.Read(jpeg).ShouldBeNull();
        same.Read(jpeg.AsMemory(0, 20)).ShouldBeNull();
        same.Read(new byte[5000]).ShouldBeNull();
        same.Read(jpeg).ShouldNotBeNull();
    }

    static byte[] Rows(GreyFrame frame) =>
        [.. Enumerable.Range(0, frame.Height).SelectMany(y => frame.Pixels.Slice(y * frame.Stride, frame.Width).ToArray())];
}
