using Checkpoint.Devices;
using Checkpoint.Edge.Passages;
using Checkpoint.Passages;

namespace Checkpoint.Edge.Operating;

/// <summary>Tells the gate what the volunteer pressed.</summary>
sealed class PanelPump(IOperatorPanel panel, PassageInbox inbox, GateClock clock) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var action in panel.WatchAsync(stoppingToken))
            await inbox.PostAsync(new PassageInput.Operated(clock.Elapsed, action), stoppingToken);
    }
}
