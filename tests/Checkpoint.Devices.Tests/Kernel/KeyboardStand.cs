using Checkpoint.Devices.Scanners;

namespace Checkpoint.Devices.Kernel;

/// <summary>A scanner that types, as the kernel sees it.</summary>
sealed class KeyboardStand(UhidKeyboard keyboard, string path) : ScannerStand
{
    readonly KeyboardScanner scanner = new(path);

    public override ICodeReader Reader => scanner;

    public override Task ShowAsync(string code, CancellationToken cancel) => keyboard.ShowAsync(scanner, code, cancel);

    public override void Unplug() => keyboard.Dispose();

    public override ValueTask DisposeAsync()
    {
        keyboard.Dispose();
        return ValueTask.CompletedTask;
    }
}
