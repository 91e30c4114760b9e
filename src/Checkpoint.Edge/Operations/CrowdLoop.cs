using Checkpoint.Devices;

namespace Checkpoint.Edge.Operations;

/// <summary>Runs the simulated world in front of a simulated gate.</summary>
sealed class CrowdLoop(DeviceSet devices, BoxStatus status, ILogger<CrowdLoop> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await devices.RunAsync(stoppingToken);
        status.CrowdIsDone();
        log.CrowdDone();
    }
}
