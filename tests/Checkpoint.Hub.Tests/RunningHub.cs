using System.Text.Json;
using Checkpoint.Hub.Configuration;
using Checkpoint.Testing;
using Microsoft.AspNetCore.Builder;

namespace Checkpoint.Hub;

/// <summary>The real hub on a free port, with its real ledger.</summary>
sealed class RunningHub : IAsyncDisposable
{
    readonly WebApplication app;

    RunningHub(WebApplication app)
    {
        this.app = app;
        Http = new() { BaseAddress = new(app.Urls.Single()) };
    }

    public HttpClient Http { get; }

    public static HubSettings Settings(Broker broker, string ledger) => new(
        new() { Connection = $"Data Source={ledger}" },
        new() { Broker = $"mqtt://127.0.0.1:{broker.Port}" },
        new() { Devices = ["gate-1", "gate-2"] },
        new() { Listen = "http://127.0.0.1:0" });

    public static async Task<RunningHub> StartAsync(Broker broker, string ledger, CancellationToken cancel)
    {
        var hub = HubApp.Create(Settings(broker, ledger));
        await hub.StartAsync(cancel);
        var running = new RunningHub(hub);

        // What is published before the hub has ever subscribed is lost; a box would send it again, a test does not.
        await Eventually.HoldsAsync(
            async () => (await running.GetAsync("/healthz", cancel)).GetProperty("state").ValueEquals("ok"), "the hub is connected", cancel);
        return running;
    }

    public async Task<JsonElement> GetAsync(string path, CancellationToken cancel)
    {
        using var document = JsonDocument.Parse(await Http.GetStringAsync(new Uri(path, UriKind.Relative), cancel));
        return document.RootElement.Clone();
    }

    public async Task<long> CountAsync(string name, CancellationToken cancel) =>
        (await GetAsync("/api/v1/summary", cancel)).GetProperty(name).GetInt64();

    public Task StopAsync(CancellationToken cancel) => app.StopAsync(cancel);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
