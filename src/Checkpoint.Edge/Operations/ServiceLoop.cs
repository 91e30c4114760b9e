using Checkpoint.Edge.Journaling;
using Checkpoint.Hosting.Systemd;

namespace Checkpoint.Edge.Operations;

/// <summary>
/// Tells the service manager how the gate is, and tries a journal that is not open again. The watchdog is fed only while the gate's loop
/// turns; the network does not count.
/// </summary>
sealed class ServiceLoop(SystemdNotifier systemd, BoxStatus status, GateJournal journal, TimeProvider time, ILogger<ServiceLoop> log)
    : BackgroundService
{
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public override Task StopAsync(CancellationToken cancellationToken)
    {
        log.Stopping();
        systemd.Stopping();
        return base.StopAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        systemd.Ready();
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
