using System.Text;
using Checkpoint.Hosting.Sqlite;
using Checkpoint.Journaling;
using Checkpoint.Ledgers;
using Checkpoint.Wire;

namespace Checkpoint.Hub.Ledgers;

/// <summary>The ledger of one hub, in one SQLite file that no other process may write.</summary>
sealed class SqliteLedger : ILedger
{
    const string MigrationsPrefix = "Checkpoint.Hub.Migrations.Sqlite.";

    readonly FileLease lease;
    readonly SqliteStore store;

    SqliteLedger(FileLease lease, SqliteStore store)
    {
        this.lease = lease;
        this.store = store;
        Keys = new SqliteBoxKeys(store);
    }

    public IBoxKeys Keys { get; }

    /// <summary>Opens or makes the file; its folder must exist.</summary>
    /// <exception cref="IOException">The file cannot be opened, is damaged, or another hub has it.</exception>
    /// <exception cref="InvalidDataException">A newer program wrote it.</exception>
    public static SqliteLedger Open(string path)
    {
        var held = FileLease.Take(path, "checkpoint-hub");
        try
        {
            var ledger = new SqliteLedger(held, SqliteStore.Open(path, MigrationsPrefix, typeof(SqliteLedger).Assembly));
            held = null;
            return ledger;
        }
        finally
        {
            held?.Dispose();
        }
    }

    public LedgerReceipt Commit(LedgerDelivery delivery)
    {
        LedgerReceipt? receipt = null;
        store.InTransaction(() =>
        {
            var plan = CommitPlan.Make(delivery, Gather(delivery));
            Write(plan, delivery.ReceivedAt.ToUnixTimeMilliseconds());
            receipt = plan.Receipt(Present(plan.Confirmed, ReadHeld));
        });
        return receipt!;
    }

    public void Dispose()
    {
        store.Dispose();
        lease.Dispose();
    }

    CommitFacts Gather(LedgerDelivery delivery)
    {
        var streams = Present(delivery.Streams, ReadStream);
        return new(
            streams,
            Present(CommitFacts.Wanted(delivery.Records, streams), ReadHeld),
            Present(CommitFacts.Deciding(delivery), ReadDecided),
            ReadFormer(CommitFacts.Begun(delivery, streams)),
            SqliteRetiming.Read(store, CommitFacts.Untimed(delivery)),
            store.Scalar<long>("SELECT max(receipt) FROM ledger"));
    }

    static Dictionary<TKey, TValue> Present<TKey, TValue>(IEnumerable<TKey> keys, Func<TKey, TValue?> read)
        where TKey : notnull
        where TValue : class
    {
        var found = new Dictionary<TKey, TValue>();
        foreach (var key in keys)
        {
            if (read(key) is { } value)
                found[key] = value;
        }

        return found;
    }

    StreamState? ReadStream(StreamKey key) => store.Query(
        $"SELECT {LedgerSql.StateColumns} FROM stream WHERE device = $device AND epoch = $epoch",
        row => LedgerSql.State(row, 0),
        ("$device", key.Device.Value),
        ("$epoch", key.Epoch.Value)).SingleOrDefault();

    Dictionary<StreamKey, StreamKey> ReadFormer(IEnumerable<StreamKey> begun) => begun
        .SelectMany(now => store.Query(
            "SELECT device, epoch FROM stream WHERE device = $device ORDER BY changed_at DESC, epoch LIMIT 1",
            row => (Now: now, Before: LedgerSql.Stream(row)),
            ("$device", now.Device.Value)))
        .ToDictionary(pair => pair.Now, pair => pair.Before);

    WireRecord? ReadHeld(EntryKey key) => store.Query(
        "SELECT device, epoch, seq, canonical, hash FROM ledger WHERE device = $device AND epoch = $epoch AND seq = $seq",
        LedgerSql.Held,
        ("$device", key.Device.Value),
        ("$epoch", key.Epoch.Value),
        ("$seq", key.Seq)).SingleOrDefault();

    // Left to itself, SQLite takes the primary key for the sake of the order and reads the whole journal for every record.
    DecidedPassage? ReadDecided(PassageKey key) => store.Query(
        $"""
        SELECT {LedgerSql.DecidedColumns} FROM ledger INDEXED BY ledger_passage
        WHERE device = $device AND epoch = $epoch AND boot = $boot AND passage = $passage AND final = 1
        ORDER BY seq DESC LIMIT 1
        """,
        row => LedgerSql.Decided(row, 0),
        ("$device", key.Stream.Device.Value),
        ("$epoch", key.Stream.Epoch.Value),
        ("$boot", key.Boot),
        ("$passage", key.Passage)).SingleOrDefault();

    void Write(CommitPlan plan, long now)
    {
        foreach (var row in plan.Rows)
            WriteRow(row);
        foreach (var (key, state) in plan.Streams)
            WriteStream(key, state, now);
        foreach (var (key, change) in plan.Counts.Where(count => count.Value != 0))
            WriteCount(key, change);
        foreach (var (key, change) in plan.Anchors.SelectMany(anchor => SqliteRetiming.Apply(store, anchor)))
            WriteCount(key, change);
        if (plan.Aside.Count > 0)
            WriteAside(plan.Aside, now);
    }

    void WriteRow(LedgerRow row) => store.Execute(
        """
        INSERT INTO ledger (device, epoch, seq, receipt, received_at, hash, canonical,
            kind, boot, passage, final, direction, verdict, time, surface, hour, mono, clock, retimed, retimed_mono, retimed_clock)
        VALUES ($device, $epoch, $seq, $receipt, $received_at, $hash, $canonical,
            $kind, $boot, $passage, $final, $direction, $verdict, $time, $surface, $hour, $mono, $clock, $retimed, $retimed_mono, $retimed_clock)
        """,
        ("$device", row.Record.Key.Device.Value),
        ("$epoch", row.Record.Key.Epoch.Value),
        ("$seq", row.Record.Key.Seq),
        ("$receipt", row.Receipt),
        ("$received_at", row.ReceivedAt.ToUnixTimeMilliseconds()),
        ("$hash", row.Record.Hash.Hex),
        ("$canonical", Encoding.UTF8.GetString(row.Record.Canonical.Span)),
        ("$kind", row.Columns.Kind),
        ("$boot", row.Columns.Boot),
        ("$passage", row.Columns.Passage),
        ("$final", row.Columns.Final),
        ("$direction", row.Columns.Direction),
        ("$verdict", row.Columns.Verdict),
        ("$time", row.Columns.Time?.ToUnixTimeMilliseconds()),
        ("$surface", row.Columns.Surface),
        ("$hour", row.Hour),
        ("$mono", row.Columns.Mono),
        ("$clock", (int?)row.Columns.Clock),
        ("$retimed", row.Retimed?.Time.ToUnixTimeMilliseconds()),
        ("$retimed_mono", row.Retimed?.Mono),
        ("$retimed_clock", (int?)row.Retimed?.Clock));

    void WriteStream(StreamKey key, StreamState state, long now) => store.Execute(
        """
        INSERT INTO stream (device, epoch, upto, ahead, rows, passages, duplicates, conflicts, broken, changed_at)
        VALUES ($device, $epoch, $upto, $ahead, $rows, $passages, $duplicates, $conflicts, $broken, $now)
        ON CONFLICT DO UPDATE SET upto = excluded.upto, ahead = excluded.ahead, rows = excluded.rows, passages = excluded.passages,
            duplicates = excluded.duplicates, conflicts = excluded.conflicts, broken = excluded.broken, changed_at = excluded.changed_at
        """,
        ("$device", key.Device.Value),
        ("$epoch", key.Epoch.Value),
        ("$upto", state.Position.UpTo),
        ("$ahead", AheadText.Of(state.Position)),
        ("$rows", state.Rows),
        ("$passages", state.Passages),
        ("$duplicates", state.Duplicates),
        ("$conflicts", state.Conflicts),
        ("$broken", state.Broken),
        ("$now", now));

    void WriteCount(HourlyKey key, int change)
    {
        store.Execute(
            """
            INSERT INTO hourly (device, hour, direction, verdict, passages) VALUES ($device, $hour, $direction, $verdict, $change)
            ON CONFLICT DO UPDATE SET passages = passages + excluded.passages
            """,
            ("$device", key.Device.Value),
            ("$hour", key.Hour),
            ("$direction", key.Direction),
            ("$verdict", key.Verdict),
            ("$change", change));
        store.Execute(
            """
            INSERT INTO tally (direction, verdict, passages) VALUES ($direction, $verdict, $change)
            ON CONFLICT DO UPDATE SET passages = passages + excluded.passages
            """,
            ("$direction", key.Direction),
            ("$verdict", key.Verdict),
            ("$change", change));
    }

    void WriteAside(IReadOnlyList<AsideMessage> messages, long now)
    {
        var last = store.Scalar<long>("SELECT max(id) FROM aside");
        foreach (var message in messages)
        {
            store.Execute(
                "INSERT INTO aside (id, at, topic, reason, size, payload) VALUES ($id, $at, $topic, $reason, $size, $payload)",
                ("$id", ++last),
                ("$at", now),
                ("$topic", message.Topic),
                ("$reason", WireName<AsideReason>.Of(message.Reason)),
                ("$size", message.Size),
                ("$payload", message.Payload.ToArray()));
        }

        store.Execute("DELETE FROM aside WHERE id <= $last", ("$last", last - AsideMessage.MaxKept));
    }
}
