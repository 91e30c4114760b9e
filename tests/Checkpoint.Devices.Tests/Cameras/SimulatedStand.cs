using Checkpoint.Devices.Simulated;

namespace Checkpoint.Devices.Cameras;

/// <summary>A simulated camera.</summary>
sealed class SimulatedStand : CameraStand
{
    readonly SimulatedCamera camera = new(TimeProvider.System, 1);

    public SimulatedStand(GreyFrame picture) => camera.Show(picture);

    public override ICamera Camera => camera;

    public override Task UnplugAsync() => DisposeAsync().AsTask();

    public override ValueTask DisposeAsync()
    {
        camera.Dispose();
        return ValueTask.CompletedTask;
    }
}
