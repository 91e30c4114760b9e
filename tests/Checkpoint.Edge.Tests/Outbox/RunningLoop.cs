using Checkpoint.Edge.Journaling.Salvage;
using Checkpoint.Hosting.Mqtt;
using Checkpoint.Testing;
using Checkpoint.Wire;
using Microsoft.Extensions.Logging.Abstractions;

namespace Checkpoint.Edge.Outbox;

/// <summary>An outbox that runs.</summary>
sealed class RunningLoop : IAsyncDisposable
{
    readonly MosquittoLink link;
    readonly AsideShelf aside;
    readonly OutboxLoop loop;

    public RunningLoop(Parts parts, BrokerEndpoint endpoint)
    {
        link = new(
            new(endpoint, Some.Device.Value, TimeSpan.FromMinutes(5), [Topics.Ack(Some.Device), Topics.HubState], Will: null),
            TimeProvider.System);
        aside = new(Some.Device, parts.Path, parts.Metrics, parts.Outbox, TimeProvider.System, NullLogger<AsideShelf>.Instance);
        loop = new(
            Parts.Identity, link, endpoint, parts.Journal, parts.Outbox, parts.Bundles, parts.Status, aside, parts.Clock, TimeProvider.System,
            NullLogger<OutboxLoop>.Instance);
    }

    public async Task StartAsync(CancellationToken cancel)
    {
        await aside.StartAsync(cancel);
        await loop.StartAsync(cancel);
    }

    // Once more is no harm: a test may end it before the end of the test does.
    public async ValueTask DisposeAsync()
    {
        await loop.StopAsync(CancellationToken.None);
        loop.ExecuteTask!.IsFaulted.ShouldBeFalse();
        loop.Dispose();
        await aside.StopAsync(CancellationToken.None);
        aside.Dispose();
        link.Dispose();
    }
}
