using Checkpoint.Devices.Scanners;

namespace Checkpoint.Devices.Kernel;

[Collection(RigCollections.Gadget)]
public sealed class VirtualPortContractTests : CodeReaderContractTests
{
    private protected override async Task<ScannerStand> OpenAsync(CancellationToken cancel)
    {
        await GadgetScanner.PlugAsync(cancel);
        return new GadgetStand();
    }
}
