namespace Checkpoint.Devices.Connected;

public sealed class FoundDevicesTests : IDisposable
{
    readonly TemporaryFolder root = new();

    public void Dispose() => root.Dispose();

    [Fact]
    public void Each_device_file_is_told_with_the_key_that_could_name_it()
    {
        Make("dev/i2c-1");
        Make("dev/gpiochip0");
        Make("dev/ttyAMA0");
        Make("dev/serial/by-id/usb-scanner");
        Make("dev/input/by-id/usb-scanner-event-kbd");
        Make("dev/input/by-id/usb-mouse-event-mouse");
        Make("sys/bus/gpio/devices/gpiochip0/label", "pinctrl-bcm2711\n");

        var found = FoundDevices.Find(root.Path);

        found.Select(device => (device.Key, Path.GetRelativePath(root.Path, device.Path))).ShouldBe(
        [
            ("Devices:Thermometer:Bus", "dev/i2c-1"),
            ("Devices:Gpio:Chip", "dev/gpiochip0"),
            ("Devices:Scanners:0:Path", "dev/serial/by-id/usb-scanner"),
            ("Devices:Scanners:0:Path", "dev/input/by-id/usb-scanner-event-kbd"),
            ("Devices:Scanners:0:Path", "dev/ttyAMA0"),
        ]);
        found[1].What.ShouldBe("pinctrl-bcm2711");
    }

    [Fact]
    public void A_bus_that_cannot_be_asked_says_why()
    {
        Make("dev/i2c-1");

        FoundDevices.Find(root.Path).ShouldHaveSingleItem().What.ShouldContain("i2c-1");
    }

    void Make(string path, string content = "")
    {
        var file = root.File(path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }
}
