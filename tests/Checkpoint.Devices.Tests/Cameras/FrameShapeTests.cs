using Checkpoint.Devices.Native;

namespace Checkpoint.Devices.Cameras;

public sealed class FrameShapeTests
{
    const uint Grey = (uint)PixelLayout.Grey;
    const uint Yuyv = (uint)PixelLayout.Yuyv;
    const uint Mjpeg = (uint)PixelLayout.Mjpeg;

    [Theory]
    [InlineData(Grey, 640, 480, 0, 640, 640 * 480)]
    [InlineData(Grey, 640, 480, 704, 704, (479 * 704) + 640)]
    [InlineData((uint)PixelLayout.Nv12, 640, 480, 640, 640, 640 * 480)]
    [InlineData(Yuyv, 640, 480, 0, 1280, 1280 * 480)]
    [InlineData(Yuyv, 640, 480, 1344, 1344, (479 * 1344) + 1280)]
    [InlineData(Mjpeg, 640, 480, 12345, 640, 1)]
    public void What_a_driver_answers_is_used(uint pixels, uint width, uint height, uint rowBytes, int stride, int leastBytes)
    {
        var shape = FrameShape.Of(new(pixels, width, height, rowBytes));

        (shape.Width, shape.Height, shape.Stride, shape.LeastBytes).ShouldBe(((int)width, (int)height, stride, leastBytes));
    }

    [Theory]
    [InlineData(Grey, 31, 480, 0)]
    [InlineData(Grey, 640, 31, 0)]
    [InlineData(Grey, 4097, 480, 0)]
    [InlineData(Grey, 640, 4097, 0)]
    [InlineData(Grey, uint.MaxValue, uint.MaxValue, uint.MaxValue)]
    [InlineData(Grey, 640, 480, 639)]
    [InlineData(Yuyv, 640, 480, 1279)]
    [InlineData(Grey, 640, 480, 16385)]
    [InlineData(0x30313050u, 640, 480, 1280)]
    public void An_absurd_answer_is_refused(uint pixels, uint width, uint height, uint rowBytes)
    {
        Should.Throw<IOException>(() => FrameShape.Of(new V4l2Format(pixels, width, height, rowBytes)));
    }

    [Theory]
    [InlineData(Grey, 32, 32, 32)]
    [InlineData(Grey, 4096, 4096, 16384)]
    public void The_limits_themselves_are_taken(uint pixels, uint width, uint height, uint rowBytes)
    {
        FrameShape.Of(new(pixels, width, height, rowBytes)).LeastBytes.ShouldBeLessThanOrEqualTo(FrameShape.MostBytes);
    }
}
