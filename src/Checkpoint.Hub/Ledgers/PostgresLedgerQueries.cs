using System.Data;
using Checkpoint.Journaling;
using Checkpoint.Ledgers;
using Checkpoint.Wire;
using Npgsql;

namespace Checkpoint.Hub.Ledgers;

/// <summary>Reads the ledger in PostgreSQL over connections of its own.</summary>
/// <param name="connection">Connection string; the schema is up to date.</param>
sealed class PostgresLedgerQueries(string connection) : ILedgerQueries
{
    readonly NpgsqlDataSource source = NpgsqlDataSource.Create(connection);

    public IReadOnlyList<LedgerRow> Read(LedgerQuery query) => Run(session => query.Device is { } device
        ? session.Query(
            $"SELECT {LedgerSql.RowColumns} FROM ledger WHERE device = @device AND receipt > @after ORDER BY receipt LIMIT @limit",
            LedgerSql.Row,
            ("device", device.Value),
            ("after", query.After),
            ("limit", query.Limit))
        : session.Query(
            $"SELECT {LedgerSql.RowColumns} FROM ledger WHERE receipt > @after ORDER BY receipt LIMIT @limit",
            LedgerSql.Row,
            ("after", query.After),
            ("limit", query.Limit)));

    public LedgerRow? Find(EntryKey key) => Run(session => session.Query(
        $"SELECT {LedgerSql.RowColumns} FROM ledger WHERE device = @device AND epoch = @epoch AND seq = @seq",
        LedgerSql.Row,
        ("device", key.Device.Value),
        ("epoch", key.Epoch.Value),
        ("seq", key.Seq)).SingleOrDefault());

    public IReadOnlyList<LedgerRow> LatestPassages(int limit) => Run(session => session.Query(
        $"""
        SELECT {LedgerSql.RowColumns} FROM ledger
        WHERE receipt > (SELECT max(receipt) FROM ledger) - @reach AND final AND boot IS NOT NULL AND passage IS NOT NULL
        ORDER BY receipt DESC LIMIT @limit
        """,
        LedgerSql.Row,
        ("reach", ILedgerQueries.LatestPassagesReach),
        ("limit", limit)));

    public IReadOnlyList<LedgerRow> Around(StreamKey stream, SeqRange hole) => Run(session => session.Query(
        $"""
        SELECT {LedgerSql.RowColumns} FROM ledger
        WHERE device = @device AND epoch = @epoch AND seq IN (@before, @after) ORDER BY seq
        """,
        LedgerSql.Row,
        ("device", stream.Device.Value),
        ("epoch", stream.Epoch.Value),
        ("before", hole.First - 1),
        ("after", hole.Last + 1)));

    public LedgerSummary Summarise() => Run(session =>
    {
        var (aside, dropped) = session.Query(
            "SELECT coalesce(max(id), 0), coalesce(min(id) - 1, 0) FROM aside", row => (row.GetInt64(0), row.GetInt64(1)))[0];
        return new LedgerSummary(
            session.Query("SELECT direction, verdict, passages FROM tally WHERE passages <> 0 ORDER BY 1, 2", LedgerSql.Tally),
            session.Query(
                $"SELECT device, epoch, {LedgerSql.StateColumns} FROM stream ORDER BY device, changed_at DESC, epoch",
                row => new StreamSummary(LedgerSql.Stream(row), LedgerSql.State(row, 2))),
            aside,
            dropped);
    });

    public IReadOnlyList<AsideMessage> ReadAside(int limit) => Run(session => session.Query(
        "SELECT topic, reason, size, payload FROM aside ORDER BY id DESC LIMIT @limit", LedgerSql.Aside, ("limit", limit)));

    public IReadOnlyList<HourlyCount> HourlyCounters() => Run(session => session.Query(
        "SELECT device, hour, direction, verdict, passages FROM hourly WHERE passages <> 0 ORDER BY 1, 2, 3, 4", LedgerSql.Hourly));

    public IReadOnlyList<HourlyCount> RecountHourly() => Run(session => session.Query(LedgerSql.Recount, LedgerSql.Hourly));

    public void Dispose() => source.Dispose();

    // One snapshot for every statement of a question.
    T Run<T>(Func<PostgresSession, T> work) => PostgresSession.Run(source, IsolationLevel.RepeatableRead, work);
}
