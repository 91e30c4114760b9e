namespace Checkpoint.Devices.Scanners;

public sealed class SimulatedGm65ContractTests : CodeReaderContractTests
{
    private protected override Task<ScannerStand> OpenAsync(CancellationToken cancel) => Task.FromResult<ScannerStand>(new SimulatedGm65Stand());
}
