namespace Checkpoint.Devices.Cameras;

public sealed class RpicamContractTests : CameraContractTests, IDisposable
{
    static readonly CameraWish Wish = new(Width, Height, 30, TimeSpan.FromSeconds(20));

    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private protected override Task<CameraStand> OpenAsync(GreyFrame picture, CancellationToken cancel) =>
        Task.FromResult<CameraStand>(new PipeStand(Rpicam.Start(Wish, RpicamStandIn.Install(folder, picture))));
}
