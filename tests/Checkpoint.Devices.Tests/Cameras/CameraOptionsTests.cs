using System.ComponentModel.DataAnnotations;

namespace Checkpoint.Devices.Cameras;

public sealed class CameraOptionsTests
{
    [Fact]
    public async Task What_is_set_by_default_is_a_usb_camera_of_the_kernel()
    {
        var options = new CameraOptions();

        await using var camera = CameraDevices.Open(options, TimeProvider.System);

        ProblemsOf(options).ShouldBeEmpty();
        camera.ShouldBeOfType<V4l2Camera>();
    }

    [Theory]
    [InlineData("Width", 159, "Devices:Camera:Width is \"159\"; expected 160 to 4096.")]
    [InlineData("Width", 4097, "Devices:Camera:Width is \"4097\"; expected 160 to 4096.")]
    [InlineData("Height", 119, "Devices:Camera:Height is \"119\"; expected 120 to 4096.")]
    [InlineData("Height", 4097, "Devices:Camera:Height is \"4097\"; expected 120 to 4096.")]
    [InlineData("FramesPerSecond", 0, "Devices:Camera:FramesPerSecond is \"0\"; expected 1 to 60.")]
    [InlineData("FramesPerSecond", 61, "Devices:Camera:FramesPerSecond is \"61\"; expected 1 to 60.")]
    [InlineData("StallSeconds", 0, "Devices:Camera:StallSeconds is \"0\"; expected 1 to 60.")]
    [InlineData("StallSeconds", 61, "Devices:Camera:StallSeconds is \"61\"; expected 1 to 60.")]
    [InlineData("Kind", (CameraKind)9, "Devices:Camera:Kind is \"9\"; expected v4l2, rpicam, ffmpeg or none.")]
    [InlineData("Path", "video0", "Devices:Camera:Path is \"video0\"; expected a device file such as /dev/video0.")]
    public void What_is_out_of_range_is_named_with_its_key_value_and_range(string key, object value, string problem)
    {
        var options = new CameraOptions();
        typeof(CameraOptions).GetProperty(key)!.SetValue(options, value);

        ProblemsOf(options).ShouldBe([problem]);
        Should.Throw<ValidationException>(() => CameraDevices.Open(options, TimeProvider.System));
    }

    [Theory]
    [InlineData(160, 120, 1)]
    [InlineData(4096, 4096, 60)]
    public void The_limits_themselves_are_taken(int width, int height, int others)
    {
        ProblemsOf(new() { Width = width, Height = height, FramesPerSecond = others, StallSeconds = others }).ShouldBeEmpty();
    }

    [Fact]
    public void A_raspberry_pi_wants_rows_without_gaps()
    {
        ProblemsOf(new() { Kind = CameraKind.Rpicam, Width = 1280, Height = 720 }).ShouldBeEmpty();
        ProblemsOf(new() { Kind = CameraKind.Rpicam, Width = 1296, Height = 721 }).Count.ShouldBe(2);
    }

    [Fact]
    public void A_source_that_is_none_is_not_repeated_for_it_may_hold_a_password()
    {
        var problem = ProblemsOf(new() { Kind = CameraKind.Ffmpeg, Source = "http://gate:S3cret@cam/" }).ShouldHaveSingleItem();

        problem.ShouldStartWith("Devices:Camera:Source is no source for ffmpeg; expected rtsp://");
        problem.ShouldNotContain("S3cret");
    }

    static List<string> ProblemsOf(CameraOptions options)
    {
        var found = new List<ValidationResult>();
        Validator.TryValidateObject(options, new(options), found, validateAllProperties: true);
        return [.. found.Select(result => result.ErrorMessage!)];
    }
}
