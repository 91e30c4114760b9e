namespace Checkpoint.Devices.Cameras;

public sealed class CameraListTests : IDisposable
{
    readonly TemporaryFolder devices = new();

    public void Dispose() => devices.Dispose();

    [Fact]
    public void Device_files_are_asked_in_the_order_of_their_numbers_and_say_what_is_wrong_with_them()
    {
        foreach (var name in (string[])["video10", "video2", "videodev", "video"])
            File.WriteAllText(devices.File(name), "");

        var found = CameraList.Find(devices.Path);

        found.Select(camera => camera.Path).ShouldBe([devices.File("video2"), devices.File("video10")]);
        found.ShouldAllBe(camera => camera.Problem!.StartsWith($"{camera.Path} is no video device: ") && !camera.CanCapture);
    }

    [Fact]
    public void A_name_that_stays_is_told()
    {
        Directory.CreateDirectory(devices.File("v4l/by-id"));
        File.WriteAllText(devices.File("video0"), "");
        File.CreateSymbolicLink(devices.File("v4l/by-id/usb-Maker_Camera-video-index0"), "../../video0");

        CameraList.Find(devices.Path).ShouldHaveSingleItem().StablePath.ShouldBe(devices.File("v4l/by-id/usb-Maker_Camera-video-index0"));
    }

    [Fact]
    public void A_machine_without_a_camera_has_none()
    {
        CameraList.Find(devices.Path).ShouldBeEmpty();
    }
}
