namespace Checkpoint.Devices.Cameras;

/// <summary>A camera with something before it.</summary>
abstract class CameraStand : IAsyncDisposable
{
    public abstract ICamera Camera { get; }

    /// <summary>Takes the camera away, as a cable is pulled.</summary>
    public abstract Task UnplugAsync();

    public abstract ValueTask DisposeAsync();
}
