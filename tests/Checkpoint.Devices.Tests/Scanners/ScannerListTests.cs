namespace Checkpoint.Devices.Scanners;

public sealed class ScannerListTests : IDisposable
{
    readonly TemporaryFolder devices = new();

    public void Dispose() => devices.Dispose();

    [Fact]
    public void What_may_be_a_scanner_is_told_by_the_name_that_stays()
    {
        Make("serial/by-id", "usb-Maker_Scanner-if00");
        Make("input/by-id", "usb-Maker_Scanner-event-kbd", "usb-Maker_Mouse-event-mouse", "usb-Maker_Scanner-event-if01");

        ScannerList.Find(devices.Path).ShouldBe(
        [
            new(devices.File("serial/by-id/usb-Maker_Scanner-if00"), ScannerKind.Serial),
            new(devices.File("input/by-id/usb-Maker_Scanner-event-kbd"), ScannerKind.Keyboard),
        ]);
    }

    [Fact]
    public void A_machine_without_a_scanner_has_none()
    {
        ScannerList.Find(devices.Path).ShouldBeEmpty();
    }

    void Make(string folder, params string[] names)
    {
        Directory.CreateDirectory(devices.File(folder));
        foreach (var name in names)
            File.WriteAllText(devices.File($"{folder}/{name}"), "");
    }
}
