using System.Globalization;
using System.Text.Json;
using Checkpoint.Edge.Outbox;
using Checkpoint.Journaling;
using Checkpoint.Testing;
using Checkpoint.Wire;

namespace Checkpoint.Edge;

/// <summary>The demonstration's crowd and a little more, once through a gate that is a process, with a broker, a hub and a service manager.</summary>
public sealed class CrowdRun : IAsyncLifetime
{
    /// <summary>The whole crowd of 24, and its first three people again.</summary>
    public const int People = 27;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    static readonly DeviceId Device = DeviceId.Parse("gate-1");

    /// <summary>The journal as the gate tells it, in order.</summary>
    public IReadOnlyList<JsonElement> Journal { get; private set; } = [];

    /// <summary>Entries that the hub has, in order.</summary>
    public IReadOnlyList<WireRecord> Delivered { get; private set; } = [];

    /// <summary>Kinds of alarm that the hub has heard.</summary>
    public IReadOnlyList<string?> Alarms { get; private set; } = [];

    /// <summary>The last word on whether the box is there.</summary>
    public ConnectionState? LastWord { get; private set; }

    /// <summary>What the service manager was told.</summary>
    public IReadOnlyList<string> Notified { get; private set; } = [];

    /// <summary>Everything that the gate printed.</summary>
    public string Log { get; private set; } = "";

    /// <summary>What it ended with after SIGTERM.</summary>
    public int ExitCode { get; private set; }

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await using var broker = await Broker.StartNewAsync(new(), Cancel);
        await using var hub = new ListeningHub(broker.Endpoint(), Device);
        await using var manager = new ServiceManager();
        using var folder = new GateFolder();
        folder.Set("Mqtt:Broker", $"mqtt://127.0.0.1:{broker.Port}");
        folder.Set("Devices:Simulation:Passages", People.ToString(CultureInfo.InvariantCulture));
        folder.Set("Devices:Simulation:Speed", "4"); // faster, a busy machine may read the code before it notices the person

        await using var gate = await GateProcess.StartAsync(folder, manager.Environment, Cancel);
        await gate.CrowdDoneAsync(Cancel);
        var journal = await gate.JsonAsync("api/v1/journal?limit=1000", Cancel);
        Journal = [.. journal.GetProperty("records").EnumerateArray()];
        await Eventually.HoldsAsync(() => Task.FromResult(hub.Records.Count >= Journal.Count), "the hub has every entry", Patience, Cancel);
        await Eventually.HoldsAsync(
            async () => (await gate.JsonAsync("api/v1/status", Cancel)).GetProperty("released").GetInt64() == Journal.Count,
            "the hub has said so",
            Patience,
            Cancel);
        await Eventually.HoldsAsync(() => Task.FromResult(hub.Alarms.Count >= 2), "the alarms have come", Patience, Cancel);

        var status = $"STATUS={Journal.Count} entries, 0 waiting for the hub, broker connected";
        await Eventually.HoldsAsync(
            () => Task.FromResult(manager.Heard.Contains(status, StringComparer.Ordinal)), "the service manager knows", Patience, Cancel);

        ExitCode = await gate.StopAsync();
        await Eventually.HoldsAsync(() => Task.FromResult(Word(hub) is { Online: false }), "the box has said good-bye", Patience, Cancel);
        (Delivered, Alarms, LastWord, Notified, Log) = (hub.Records, hub.Alarms, Word(hub), manager.Heard, gate.Output);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    static ConnectionState? Word(ListeningHub hub) =>
        hub.On(Topics.Connection(Device)) is [.., var last] ? ConnectionState.TryRead(last.Payload) : null;
}
