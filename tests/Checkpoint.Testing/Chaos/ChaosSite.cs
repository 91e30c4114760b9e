using Checkpoint.Testing.Faults;

namespace Checkpoint.Testing.Chaos;

/// <summary>Everything of a site under chaos, each program a process of its own.</summary>
/// <param name="broker">A broker that runs; somebody else's to close.</param>
/// <param name="options">How many boxes, and how fast.</param>
/// <param name="clock">Time of the faults.</param>
sealed class ChaosSite(ChaosBroker broker, ChaosOptions options, TimeProvider clock) : IAsyncDisposable
{
    readonly List<ChaosGate> gates = [];
    ChaosHub? hub;

    /// <summary>The broker.</summary>
    public ChaosBroker Broker => broker;

    /// <summary>The hub, once started.</summary>
    public ChaosHub Hub => hub!;

    /// <summary>The boxes.</summary>
    public IReadOnlyList<ChaosGate> Gates => gates;

    /// <summary>Starts everything. Call once.</summary>
    /// <param name="folder">An empty folder.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="InvalidOperationException">A program did not start.</exception>
    public async Task StartAsync(string folder, CancellationToken cancel)
    {
        hub = await ChaosHub.MakeAsync(Folder(folder, "hub"), broker, options, clock, cancel);
        await hub.StartAsync(cancel);
        for (var gate = 0; gate < options.Gates; gate++)
        {
            gates.Add(await ChaosGate.MakeAsync(gate, Folder(folder, ChaosGate.NameOf(gate)), broker, options, clock, cancel));
            if (gates[gate].Clock is { } own)
                await own.BeginAsync(cancel);
            await gates[gate].StartAsync(passages: 0, options.Speed, cancel);
        }
    }

    /// <summary>Where each kind of fault can strike.</summary>
    public IReadOnlyDictionary<ChaosFault, IReadOnlyList<FaultTarget>> Targets() => Enum.GetValues<ChaosFault>().ToDictionary(kind => kind, TargetsOf);

    /// <summary>The line that a target names.</summary>
    public FaultProxy LineOf(FaultTarget target) => target.Index < gates.Count ? gates[target.Index].Line : Hub.Line;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(gates.Select(gate => gate.DisposeAsync().AsTask()));
        if (hub is not null)
            await hub.DisposeAsync();
    }

    IReadOnlyList<FaultTarget> TargetsOf(ChaosFault kind) => kind switch
    {
        ChaosFault.EdgeKilled or ChaosFault.EdgePaused => Boxes(_ => true),
        ChaosFault.JournalDiskFull or ChaosFault.JournalReadOnly => Boxes(gate => gate.Disk is not null),
        ChaosFault.CableCut or ChaosFault.CableThrottled => Boxes(gate => gate.Host is not null),
        ChaosFault.ClockStepped => Boxes(gate => gate.Clock is not null),
        ChaosFault.HubKilled or ChaosFault.HubPaused => [new(SitePart.Hub, 0)],
        ChaosFault.LedgerDiskFull => Hub.Disk is null ? [] : [new(SitePart.Hub, 0)],
        ChaosFault.BrokerKilled or ChaosFault.BrokerPaused => [new(SitePart.Broker, 0)],
        ChaosFault.BrokerForgets => Broker.CanForget ? [new(SitePart.Broker, 0)] : [],
        _ => [.. Enumerable.Range(0, gates.Count + 1).Select(line => new FaultTarget(SitePart.Line, line))],
    };

    FaultTarget[] Boxes(Func<ChaosGate, bool> which) => [.. gates.Index().Where(gate => which(gate.Item)).Select(gate => new FaultTarget(SitePart.Box, gate.Index))];

    static string Folder(string folder, string name) => Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
}
