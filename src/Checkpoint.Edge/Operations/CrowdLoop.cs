using Checkpoint.Devices;

namespace Checkpoint.Edge.Operations;

/// <summary>Runs the simulated world in front of a simulated gate, once the gate is open.</summary>
sealed class CrowdLoop(DeviceSet devices, BoxStatus status, IHostApplicationLifetime lifetime, ILogger<CrowdLoop> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var opening = lifetime.ApplicationStarted.Register(open.SetResult);
        await open.Task.WaitAsync(stoppingToken);

        await devices.RunAsync(stoppingToken);
        status.CrowdIsDone();
        log.CrowdDone();
    }
}
