using Checkpoint.Devices.Cameras;

namespace Checkpoint.Devices.Kernel;

[Collection(RigCollections.Loopback)]
public sealed class LoopbackCameraContractTests : CameraContractTests
{
    private protected override Task<CameraStand> OpenAsync(GreyFrame picture, CancellationToken cancel) =>
        Task.FromResult<CameraStand>(new LoopbackStand(RigCameras.Loopback, picture.Pixels.ToArray(), Width, Height));
}
