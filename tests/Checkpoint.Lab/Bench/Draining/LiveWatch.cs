using Checkpoint.Testing.Programs;
using Microsoft.Data.Sqlite;

namespace Checkpoint.Lab.Bench.Draining;

/// <summary>Watches how long live entries take from the box's disk into the ledger's, and how much memory the box needs meanwhile.</summary>
/// <param name="edge">The box.</param>
/// <param name="hub">The hub.</param>
/// <param name="ledger">The hub's ledger file, read beside it.</param>
sealed class LiveWatch(EdgeProgram edge, HubProgram hub, string ledger)
{
    static readonly TimeSpan Period = TimeSpan.FromMilliseconds(50);

    readonly Dictionary<long, long> seenBefore = [];
    readonly List<TimeSpan> delays = [];
    long stored;
    long written;

    /// <summary>Most memory of the box, in bytes.</summary>
    public long Memory { get; private set; }

    /// <summary>Most memory of the hub, in bytes.</summary>
    public long HubMemory { get; private set; }

    /// <summary>Each live entry's time from the last look that it was not yet written to the first that it was in the ledger: never too short.</summary>
    public IReadOnlyList<TimeSpan> Delays => delays;

    /// <summary>Watches until the box has nothing left that the hub has not confirmed of the backlog, and of what was live by then.</summary>
    /// <param name="backlog">Last entry of the backlog: later ones are live.</param>
    /// <param name="cancel">Ends it early.</param>
    /// <returns>How long the backlog took.</returns>
    public async Task<TimeSpan> RunAsync(long backlog, CancellationToken cancel)
    {
        using var connection = new SqliteConnection($"Data Source={ledger};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync(cancel);
        using var highest = connection.CreateCommand();
        highest.CommandText = "SELECT coalesce(max(seq), 0) FROM ledger";
        using var timer = new PeriodicTimer(Period);
        var started = TimeProvider.System.GetTimestamp();
        var before = started;
        stored = backlog;
        written = (await edge.StatusAsync(cancel)).Written;
        while (true)
        {
            var at = TimeProvider.System.GetTimestamp();
            var status = await edge.StatusAsync(cancel);
            for (; written < status.Written; written++)
                seenBefore[written + 1] = before;
            NoteStored((long)(await highest.ExecuteScalarAsync(cancel))!);
            before = at;
            (Memory, HubMemory) = (Math.Max(Memory, edge.Process.Memory), Math.Max(HubMemory, hub.Process.Memory));
            if (status.Released >= backlog)
                return TimeProvider.System.GetElapsedTime(started);
            await timer.WaitForNextTickAsync(cancel);
        }
    }

    void NoteStored(long now)
    {
        for (; stored < now; stored++)
        {
            if (seenBefore.Remove(stored + 1, out var before))
                delays.Add(TimeProvider.System.GetElapsedTime(before));
        }
    }
}
