using Checkpoint.Testing.Programs;

namespace Checkpoint.Testing.Chaos;

/// <summary>
/// Looks at every box twice a second: how much waits, and when what was written up to the end of a fault is confirmed everywhere. Thread-safe.
/// </summary>
sealed class HealingWatch(IReadOnlyList<ChaosGate> gates, TimeProvider clock)
{
    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    readonly Lock changing = new();
    readonly EdgeStatus?[] seen = new EdgeStatus?[gates.Count];
    readonly List<(PlannedFault Fault, long Since, long[] Written)> wounds = [];

    /// <summary>Most entries that waited at one box.</summary>
    public long WorstDepth { get; private set; }

    /// <summary>How long each fault took to heal, from its end.</summary>
    public Dictionary<int, TimeSpan> Healed { get; } = [];

    /// <summary>Faults that have ended and are not healed.</summary>
    public int Open
    {
        get
        {
            lock (changing)
                return wounds.Count;
        }
    }

    /// <summary>A fault has ended: everything written by now has to get through.</summary>
    public void Note(PlannedFault fault)
    {
        lock (changing)
            wounds.Add((fault, clock.GetTimestamp(), [.. seen.Select(status => status?.Written ?? 0)]));
    }

    /// <summary>Watches until cancelled.</summary>
    public Task RunAsync(CancellationToken cancel) => Task.WhenAll(Enumerable.Range(0, gates.Count).Select(gate => WatchAsync(gate, cancel)));

    /// <summary>The last that was seen, a line for people.</summary>
    public string Line()
    {
        lock (changing)
        {
            return string.Join(", ", seen.Select((status, gate) => status is null
                ? $"{gates[gate].Name} silent"
                : $"{status.Device} {status.Written} written {status.Released} confirmed{(status.Broker ? "" : " offline")}"));
        }
    }

    async Task WatchAsync(int gate, CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(Look, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(cancel))
            {
                if (await AskAsync(gates[gate], cancel) is { } status)
                    See(gate, status);
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // Nobody wants to know any more.
        }
    }

    // A box without a journal knows nothing of its entries.
    static async Task<EdgeStatus?> AskAsync(ChaosGate gate, CancellationToken cancel)
    {
        try
        {
            return gate.Program is { } program && await program.StatusAsync(cancel) is { Epoch: not null } status ? status : null;
        }
        catch (Exception e) when (e is HttpRequestException or ObjectDisposedException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return null; // it is away
        }
    }

    void See(int gate, EdgeStatus status)
    {
        lock (changing)
        {
            seen[gate] = status;
            WorstDepth = Math.Max(WorstDepth, status.Written - status.Released);
            foreach (var wound in wounds.Where(IsHealed).ToList())
            {
                wounds.Remove(wound);
                Healed[wound.Fault.Number] = clock.GetElapsedTime(wound.Since);
            }
        }
    }

    bool IsHealed((PlannedFault Fault, long Since, long[] Written) wound) =>
        seen.Index().All(gate => gate.Item is { } status && status.Released >= wound.Written[gate.Index]);
}
