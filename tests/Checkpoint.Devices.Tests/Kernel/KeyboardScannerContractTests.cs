using Checkpoint.Devices.Scanners;

namespace Checkpoint.Devices.Kernel;

public sealed class KeyboardScannerContractTests : CodeReaderContractTests, IDisposable
{
    readonly List<UhidKeyboard> keyboards = [];

    public void Dispose() => keyboards.ForEach(keyboard => keyboard.Dispose());

    private protected override async Task<ScannerStand> OpenAsync(CancellationToken cancel)
    {
        keyboards.Add(new());
        return new KeyboardStand(keyboards[^1], await keyboards[^1].PathAsync(cancel));
    }
}
