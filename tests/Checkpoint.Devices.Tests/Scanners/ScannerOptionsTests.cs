using System.ComponentModel.DataAnnotations;

namespace Checkpoint.Devices.Scanners;

public sealed class ScannerOptionsTests
{
    [Theory]
    [InlineData(ScannerKind.Gm65, typeof(PluggedScanner))]
    [InlineData(ScannerKind.Serial, typeof(PluggedScanner))]
    [InlineData(ScannerKind.Keyboard, typeof(KeyboardScanner))]
    public void Each_kind_has_its_scanner(ScannerKind kind, Type scanner)
    {
        ScannerDevices.Open(new() { Kind = kind, Path = "/dev/serial/by-id/one" }, TimeProvider.System).ShouldBeOfType(scanner);
    }

    [Theory]
    [InlineData("Kind", (ScannerKind)9, "Devices:Scanners:1:Kind is \"9\"; expected gm65, serial or keyboard.")]
    [InlineData("Path", null, "Devices:Scanners:1:Path is \"\"; expected a device file such as /dev/serial/by-id/….")]
    [InlineData("Path", "ttyUSB0", "Devices:Scanners:1:Path is \"ttyUSB0\"; expected a device file such as /dev/serial/by-id/….")]
    [InlineData("BaudRate", 19200, "Devices:Scanners:1:BaudRate is \"19200\"; expected 9600 or 115200.")]
    [InlineData("Ending", (CodeEnding)9, "Devices:Scanners:1:Ending is \"9\"; expected none, cr, lf, crlf or tab.")]
    public void What_is_out_of_range_is_named_with_its_key_value_and_range(string key, object? value, string problem)
    {
        var wrong = new ScannerOptions { Path = "/dev/ttyAMA0" };
        typeof(ScannerOptions).GetProperty(key)!.SetValue(wrong, value);

        var problems = ScannerOptions.ProblemsOf([new() { Path = "/dev/ttyAMA1" }, wrong]);

        problems.Select(found => found.ErrorMessage).ShouldBe([problem]);
        Should.Throw<ValidationException>(() => ScannerDevices.Open(wrong, TimeProvider.System));
    }

    [Fact]
    public void A_gate_may_have_only_so_many_scanners()
    {
        var scanner = new ScannerOptions { Path = "/dev/ttyAMA0" };

        ScannerOptions.ProblemsOf([.. Enumerable.Repeat(scanner, ScannerOptions.MostScanners)]).ShouldBeEmpty();
        ScannerOptions.ProblemsOf([.. Enumerable.Repeat(scanner, ScannerOptions.MostScanners + 1)]).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(ScannerKind.Serial, "/dev/tty-no-such-line")]
    [InlineData(ScannerKind.Keyboard, "/dev/input/no-such-keyboard")]
    public async Task A_scanner_that_is_not_there_is_named_when_it_is_watched(ScannerKind kind, string path)
    {
        var scanner = ScannerDevices.Open(new() { Kind = kind, Path = path }, TimeProvider.System);
        var cancel = TestContext.Current.CancellationToken;

        var error = await Should.ThrowAsync<IOException>(async () =>
        {
            await using var codes = scanner.WatchAsync(cancel).GetAsyncEnumerator(cancel);
            await codes.MoveNextAsync();
        });

        error.Message.ShouldStartWith(path);
    }

    [Fact]
    public async Task A_file_that_is_no_keyboard_is_refused()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var codes = new KeyboardScanner("/dev/null").WatchAsync(cancel).GetAsyncEnumerator(cancel);

        (await Should.ThrowAsync<IOException>(() => codes.MoveNextAsync().AsTask())).Message.ShouldBe("/dev/null is no keyboard.");
    }
}
