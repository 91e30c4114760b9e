using Checkpoint.Devices;
using Checkpoint.Edge.Passages;
using Checkpoint.Passages;

namespace Checkpoint.Edge.Sensing;

/// <summary>Tells the gate that somebody came or went.</summary>
sealed class PresencePump(IPresenceSensor presence, PassageInbox inbox, GateClock clock) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var edge in presence.WatchAsync(stoppingToken))
        {
            PassageInput input = edge.Present
                ? new PassageInput.Arrived(clock.Elapsed, edge.Direction ?? Direction.Entry)
                : new PassageInput.Left(clock.Elapsed);
            await inbox.PostAsync(input, stoppingToken);
        }
    }
}
