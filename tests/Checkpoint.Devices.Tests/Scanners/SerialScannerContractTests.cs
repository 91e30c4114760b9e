namespace Checkpoint.Devices.Scanners;

public sealed class SerialScannerContractTests : CodeReaderContractTests
{
    private protected override Task<ScannerStand> OpenAsync(CancellationToken cancel) => Task.FromResult<ScannerStand>(new TerminalStand());
}
