using Checkpoint.Hosting.Health;
using Checkpoint.Hosting.Systemd;
using Checkpoint.Hub.Ingest;

namespace Checkpoint.Hub.Operations;

/// <summary>Keeps systemd informed. The watchdog is fed only while the ingest loop turns.</summary>
sealed class SystemdReporter(
    SystemdNotifier systemd, HealthReport health, IngestPulse state, IHostApplicationLifetime lifetime, TimeProvider clock)
    : BackgroundService
{
    /// <summary>How often it reports when nobody watches.</summary>
    static readonly TimeSpan Unwatched = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var started = lifetime.ApplicationStarted.Register(systemd.Ready);
        using var stopping = lifetime.ApplicationStopping.Register(systemd.Stopping);
        using var timer = new PeriodicTimer(systemd.WatchdogInterval ?? Unwatched, clock);
        try
        {
            do
                Report();
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The program ends.
        }
    }

    void Report()
    {
        systemd.Status(string.Join("; ", health.Read().Select(check => $"{check.Name}: {check.Status.Line}")));
        if (state.IsTurning)
            systemd.Watchdog();
    }
}
