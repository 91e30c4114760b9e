namespace Checkpoint.Devices.Cameras;

public sealed class SimulatedCameraContractTests : CameraContractTests
{
    private protected override Task<CameraStand> OpenAsync(GreyFrame picture, CancellationToken cancel) =>
        Task.FromResult<CameraStand>(new SimulatedStand(picture));
}
