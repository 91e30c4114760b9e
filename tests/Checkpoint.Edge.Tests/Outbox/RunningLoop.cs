using Checkpoint.Hosting.Mqtt;
using Checkpoint.Testing;
using Checkpoint.Wire;
using Microsoft.Extensions.Logging.Abstractions;

namespace Checkpoint.Edge.Outbox;

/// <summary>An outbox that runs.</summary>
sealed class RunningLoop : IAsyncDisposable
{
    readonly MosquittoLink link;
    readonly OutboxLoop loop;

    public RunningLoop(Parts parts, BrokerEndpoint endpoint)
    {
        link = new(
            new(endpoint, Some.Device.Value, TimeSpan.FromMinutes(5), [Topics.Ack(Some.Device), Topics.HubState], Will: null),
            TimeProvider.System);
        loop = new(
            Parts.Identity, link, endpoint, parts.Journal, parts.Outbox, parts.Bundles, parts.Status, TimeProvider.System,
            NullLogger<OutboxLoop>.Instance);
    }

    public Task StartAsync(CancellationToken cancel) => loop.StartAsync(cancel);

    // Once more is no harm: a test may end it before the end of the test does.
    public async ValueTask DisposeAsync()
    {
        await loop.StopAsync(CancellationToken.None);
        loop.ExecuteTask!.IsFaulted.ShouldBeFalse();
        loop.Dispose();
        link.Dispose();
    }
}
