using Checkpoint.Edge.Passages;
using Checkpoint.Passages;

namespace Checkpoint.Edge.Operating;

/// <summary>Tells the gate that time passes.</summary>
sealed class TickPump(PassageInbox inbox, GateClock clock, TimeProvider time) : BackgroundService
{
    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            inbox.Offer(new PassageInput.Ticked(clock.Elapsed));
    }
}
