using Checkpoint.Edge.Journaling;
using Checkpoint.Hosting.Mqtt;
using Checkpoint.Testing;

namespace Checkpoint.Edge.Outbox;

/// <summary>A box with its outbox, a real broker, and a hub that listens.</summary>
public abstract class OutboxFixture : IAsyncLifetime
{
    readonly TempFolder folder = new();
    readonly List<RunningLoop> running = [];

    private protected OutboxFixture() => Box = new(folder["journal.db"]);

    private protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private protected Parts Box { get; }

    private protected Broker Broker { get; private set; } = null!;

    private protected ListeningHub Hub { get; private set; } = null!;

    private protected Journal Journal => Box.Journal.Current!;

    public async ValueTask InitializeAsync()
    {
        Box.Journal.TryOpen().ShouldBeTrue();
        Broker = await Broker.StartNewAsync(new(), Cancel);
        Hub = new(Broker.Endpoint(), Some.Device);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var loop in running)
            await loop.DisposeAsync();
        await Hub.DisposeAsync();
        await Broker.DisposeAsync();
        Box.Dispose();
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected async Task<RunningLoop> StartAsync(BrokerEndpoint? endpoint = null)
    {
        var loop = new RunningLoop(Box, endpoint ?? Broker.Endpoint());
        running.Add(loop);
        await loop.StartAsync(Cancel);
        return loop;
    }

    private protected Task ReleasedAsync(long upTo) => Eventually.HoldsAsync(() => Journal.Released == upTo, $"released up to {upTo}", Cancel);
}
