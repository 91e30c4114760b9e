using Checkpoint.Hosting.Sqlite;
using Checkpoint.Journaling;
using Checkpoint.Ledgers;
using Checkpoint.Wire;

namespace Checkpoint.Hub.Ledgers;

/// <summary>Reads the ledger's file over a connection of its own, so that a long page does not hold up a commit.</summary>
/// <param name="path">The ledger's file, which exists.</param>
sealed class SqliteLedgerQueries(string path) : ILedgerQueries
{
    readonly Lock turn = new();
    readonly SqliteStore store = SqliteStore.OpenReader(path);

    public IReadOnlyList<LedgerRow> Read(LedgerQuery query)
    {
        lock (turn)
        {
            return query.Device is { } device
                ? store.Query(
                    $"""
                    SELECT {LedgerSql.RowColumns} FROM ledger INDEXED BY ledger_device_receipt
                    WHERE device = $device AND receipt > $after ORDER BY receipt LIMIT $limit
                    """,
                    LedgerSql.Row,
                    ("$device", device.Value),
                    ("$after", query.After),
                    ("$limit", query.Limit))
                : store.Query(
                    $"""
                    SELECT {LedgerSql.RowColumns} FROM ledger INDEXED BY ledger_receipt
                    WHERE receipt > $after ORDER BY receipt LIMIT $limit
                    """,
                    LedgerSql.Row,
                    ("$after", query.After),
                    ("$limit", query.Limit));
        }
    }

    public LedgerRow? Find(EntryKey key)
    {
        lock (turn)
        {
            return store.Query(
                $"SELECT {LedgerSql.RowColumns} FROM ledger WHERE device = $device AND epoch = $epoch AND seq = $seq",
                LedgerSql.Row,
                ("$device", key.Device.Value),
                ("$epoch", key.Epoch.Value),
                ("$seq", key.Seq)).SingleOrDefault();
        }
    }

    public IReadOnlyList<LedgerRow> LatestPassages(int limit)
    {
        lock (turn)
        {
            return store.Query(
                $"""
                SELECT {LedgerSql.RowColumns} FROM ledger INDEXED BY ledger_receipt
                WHERE receipt > (SELECT max(receipt) FROM ledger) - $reach AND final AND boot IS NOT NULL AND passage IS NOT NULL
                ORDER BY receipt DESC LIMIT $limit
                """,
                LedgerSql.Row,
                ("$reach", ILedgerQueries.LatestPassagesReach),
                ("$limit", limit));
        }
    }

    public IReadOnlyList<LedgerRow> Around(StreamKey stream, SeqRange hole)
    {
        lock (turn)
        {
            return store.Query(
                $"""
                SELECT {LedgerSql.RowColumns} FROM ledger
                WHERE device = $device AND epoch = $epoch AND seq IN ($before, $after) ORDER BY seq
                """,
                LedgerSql.Row,
                ("$device", stream.Device.Value),
                ("$epoch", stream.Epoch.Value),
                ("$before", hole.First - 1),
                ("$after", hole.Last + 1));
        }
    }

    public LedgerSummary Summarise()
    {
        lock (turn)
        {
            store.Execute("BEGIN"); // one snapshot, so that the numbers fit one another
            try
            {
                return ReadSummary();
            }
            finally
            {
                store.Execute("COMMIT");
            }
        }
    }

    public IReadOnlyList<AsideMessage> ReadAside(int limit)
    {
        lock (turn)
        {
            return store.Query(
                "SELECT topic, reason, size, payload FROM aside ORDER BY id DESC LIMIT $limit", LedgerSql.Aside, ("$limit", limit));
        }
    }

    public IReadOnlyList<HourlyCount> HourlyCounters()
    {
        lock (turn)
        {
            return store.Query(
                "SELECT device, hour, direction, verdict, passages FROM hourly WHERE passages <> 0 ORDER BY 1, 2, 3, 4",
                LedgerSql.Hourly);
        }
    }

    public IReadOnlyList<HourlyCount> RecountHourly()
    {
        lock (turn)
        {
            return store.Query(LedgerSql.Recount, LedgerSql.Hourly);
        }
    }

    public void Dispose() => store.Dispose();

    LedgerSummary ReadSummary()
    {
        var (aside, dropped) = store.Query(
            "SELECT coalesce((SELECT max(id) FROM aside), 0), coalesce((SELECT min(id) FROM aside) - 1, 0)",
            row => (row.GetInt64(0), row.GetInt64(1)))[0];
        return new(
            store.Query("SELECT direction, verdict, passages FROM tally WHERE passages <> 0 ORDER BY 1, 2", LedgerSql.Tally),
            store.Query(
                $"SELECT device, epoch, {LedgerSql.StateColumns} FROM stream ORDER BY device, changed_at DESC, epoch",
                row => new StreamSummary(LedgerSql.Stream(row), LedgerSql.State(row, 2))),
            aside,
            dropped);
    }
}
