using System.Diagnostics;

namespace Checkpoint.Devices.Cameras;

/// <summary>A camera behind a program.</summary>
sealed class PipeStand(PipeProgram program) : CameraStand
{
    readonly PipeCamera camera = new(program, TimeSpan.FromSeconds(20), TimeProvider.System);

    public override ICamera Camera => camera;

    /// <summary>Ends the program behind the camera's back.</summary>
    public override Task UnplugAsync()
    {
        using var process = Process.GetProcessById(camera.ProcessId.ShouldNotBeNull());
        process.Kill(entireProcessTree: true);
        return Task.CompletedTask;
    }

    public override ValueTask DisposeAsync() => camera.DisposeAsync();
}
