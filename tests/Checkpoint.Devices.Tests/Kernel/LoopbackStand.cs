using Checkpoint.Devices.Cameras;

namespace Checkpoint.Devices.Kernel;

/// <summary>A camera of the kernel that shows what a test writes to it.</summary>
sealed class LoopbackStand(string path, byte[] picture, int width, int height) : CameraStand
{
    readonly LoopbackFeed feed = new(path, PixelLayout.Grey, width, height, picture);
    readonly V4l2Camera camera = new(path, new(width, height, 10, TimeSpan.FromSeconds(5)), TimeProvider.System);

    public override ICamera Camera => camera;

    public override Task UnplugAsync() => feed.DisposeAsync().AsTask();

    public override async ValueTask DisposeAsync()
    {
        await camera.DisposeAsync();
        await feed.DisposeAsync();
    }
}
