using Checkpoint.Devices;
using Checkpoint.Edge.Scanning;

namespace Checkpoint.Edge.Operations;

/// <summary>Runs the simulated world in front of a simulated gate, once the gate is open.</summary>
sealed class CrowdLoop(
    DeviceSet devices, ScannerStatus scanner, BoxStatus status, IHostApplicationLifetime lifetime, ILogger<CrowdLoop> log) : BackgroundService
{
    // A crowd is simulated to see codes read; at many times real time, it would be gone before the reader is up.
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var opening = lifetime.ApplicationStarted.Register(open.SetResult);
        await open.Task.WaitAsync(stoppingToken);

        await Task.WhenAny(scanner.Greeted, Task.Delay(Patience, TimeProvider.System, stoppingToken));
        await devices.RunAsync(stoppingToken);
        status.CrowdIsDone();
        log.CrowdDone();
    }
}
