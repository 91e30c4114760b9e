using Checkpoint.Edge.Journaling;
using Checkpoint.Hosting.Systemd;

namespace Checkpoint.Edge.Operations;

/// <summary>
/// Tells the service manager how the gate is, and tries a journal that is not open again. The watchdog is fed only while the gate's loop
/// turns; the network does not count.
/// </summary>
sealed class ServiceLoop(
    SystemdNotifier systemd, BoxIdentity box, BoxStatus status, GateJournal journal, TimeProvider time, ILogger<ServiceLoop> log)
    : BackgroundService, IHostedLifecycleService
{
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Only now does everything run and the web page answer.</summary>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        systemd.Ready();
        log.Ready(box.Device, status.Policy);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        log.Stopping();
        systemd.Stopping();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(systemd.WatchdogInterval is { } asked && asked < Longest ? asked : Longest, time);
        do
        {
            if (journal.Current is null)
                journal.TryOpen();
            if (status.IsAlive)
                systemd.Watchdog();
            systemd.Status(status.Line());
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
