namespace Checkpoint.Devices.Cameras;

/// <summary>How a camera's pixels lie in memory, in the order in which we ask for them; the value is the kernel's four characters.</summary>
enum PixelLayout : uint
{
    /// <summary>One byte a pixel, its luma (V4L2_PIX_FMT_GREY).</summary>
    Grey = 0x59455247,

    /// <summary>All luma, then the colour (V4L2_PIX_FMT_NV12).</summary>
    Nv12 = 0x3231564E,

    /// <summary>Luma in every other byte, colour between (V4L2_PIX_FMT_YUYV).</summary>
    Yuyv = 0x56595559,

    /// <summary>A JPEG picture (V4L2_PIX_FMT_MJPEG).</summary>
    Mjpeg = 0x47504A4D,
}
