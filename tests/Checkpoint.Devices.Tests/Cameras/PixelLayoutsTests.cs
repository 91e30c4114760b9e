using Checkpoint.Devices.Native;

namespace Checkpoint.Devices.Cameras;

public sealed class PixelLayoutsTests
{
    const uint Mjpeg = (uint)PixelLayout.Mjpeg;
    const uint Bayer = 0x30314770; // pG10, a bare sensor

    [Fact]
    public void Luma_by_itself_is_preferred_whatever_the_order()
    {
        uint[] offered = [Mjpeg, (uint)PixelLayout.Yuyv, (uint)PixelLayout.Nv12, (uint)PixelLayout.Grey];

        PixelLayouts.Choose(offered).ShouldBe([PixelLayout.Grey, PixelLayout.Nv12, PixelLayout.Yuyv]);
    }

    [Fact]
    public void Jpeg_is_only_asked_for_where_there_is_nothing_else()
    {
        PixelLayouts.Choose([Mjpeg, (uint)PixelLayout.Yuyv]).ShouldBe([PixelLayout.Yuyv]);
    }

    [Fact]
    public void A_camera_with_only_jpeg_is_read_or_names_the_package_that_is_missing()
    {
        if (TurboJpeg.IsInstalled)
            PixelLayouts.Choose([Bayer, Mjpeg]).ShouldBe([PixelLayout.Mjpeg]);
        else
            Should.Throw<IOException>(() => PixelLayouts.Choose([Bayer, Mjpeg])).Message.ShouldContain("install libturbojpeg0");
    }

    [Fact]
    public void A_camera_with_nothing_that_we_read_says_what_it_has()
    {
        Should.Throw<IOException>(() => PixelLayouts.Choose([Bayer, 1])).Message.ShouldStartWith("it offers pG10, ????;");
        Should.Throw<IOException>(() => PixelLayouts.Choose([])).Message.ShouldStartWith("it offers no format;");
    }
}
