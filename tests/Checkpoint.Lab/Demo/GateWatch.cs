using Checkpoint.Testing.Programs;

namespace Checkpoint.Lab.Demo;

/// <summary>Watches one gate and prints one line for each record, once the hub has it or after a moment.</summary>
sealed class GateWatch(EdgeProgram edge) : IAsyncDisposable
{
    static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    readonly Queue<(JournalRow Row, long Seen)> unprinted = new();
    long seen;
    EdgeStatus? status;

    /// <summary>Whether its crowd has gone through and every line is printed.</summary>
    public bool IsThrough => status is { CrowdDone: true } && seen == status.Written && unprinted.Count == 0;

    /// <summary>Whether the hub has everything.</summary>
    public bool IsReleased => status is not null && status.Released == status.Written;

    /// <summary>Looks once, and prints what is due.</summary>
    /// <exception cref="InvalidOperationException">The box has ended.</exception>
    public async Task LookAsync(CancellationToken cancel)
    {
        if (edge.Process.HasExited)
            throw new InvalidOperationException($"{edge.Settings.Device} has ended. It printed:\n{edge.Process.Output()}");

        try
        {
            status = await edge.StatusAsync(cancel);
            if (status.Written > seen)
                await TakeNewAsync(cancel);
        }
        catch (HttpRequestException)
        {
            return; // busy or ending; the next look tells
        }

        while (unprinted.TryPeek(out var next) && (next.Row.Key.Seq <= status.Released || IsLate(next.Seen)))
            Console.WriteLine(PassageLine.Of(unprinted.Dequeue().Row, status.Released));
    }

    /// <summary>Holds its journal against the hub's ledger.</summary>
    public async Task<Judgement> JudgeAsync(HubProgram hub, CancellationToken cancel) => Judgement.Of(
        await edge.JournalAsync(after: 0, cancel),
        (await edge.StatusAsync(cancel)).Released,
        await hub.LedgerAsync(edge.Settings.Device, cancel));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => edge.DisposeAsync();

    async Task TakeNewAsync(CancellationToken cancel)
    {
        foreach (var row in await edge.JournalAsync(seen, cancel))
        {
            unprinted.Enqueue((row, TimeProvider.System.GetTimestamp()));
            seen = row.Key.Seq;
        }
    }

    static bool IsLate(long since) => TimeProvider.System.GetElapsedTime(since) > Moment;
}
