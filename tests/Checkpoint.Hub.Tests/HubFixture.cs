using Checkpoint.Testing;

namespace Checkpoint.Hub;

/// <summary>A broker and a folder for one test, gone after it.</summary>
public abstract class HubFixture : IAsyncLifetime, IDisposable
{
    readonly TempFolder folder = new();

    protected Broker Broker { get; private set; } = null!;

    protected string LedgerFile => folder["hub.db"];

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        Broker = await Broker.StartNewAsync(new() { Persistence = true }, Cancel);

    public async ValueTask DisposeAsync()
    {
        await Broker.DisposeAsync();
        Dispose();
        GC.SuppressFinalize(this);
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            folder.Dispose();
    }

    private protected Task<RunningHub> StartHubAsync() => RunningHub.StartAsync(Broker, LedgerFile, Cancel);
}
