using System.Data;
using System.Text;
using Checkpoint.Journaling;
using Checkpoint.Ledgers;
using Checkpoint.Wire;
using Npgsql;

namespace Checkpoint.Hub.Ledgers;

/// <summary>
/// The ledger in PostgreSQL, for several hubs. Commits take turns, so that receipt numbers have no holes and whoever reads on from one
/// misses nothing; a commit is a handful of statements over arrays, however many records it has.
/// </summary>
sealed class PostgresLedger : ILedger
{
    /// <summary>The advisory lock that commits take turns by; any number that nobody else in the database uses ("cp-ledgr").</summary>
    const long Turn = 0x63702D6C65646772;

    readonly NpgsqlDataSource source;

    PostgresLedger(NpgsqlDataSource source)
    {
        this.source = source;
        Keys = new PostgresBoxKeys(source);
    }

    public IBoxKeys Keys { get; }

    /// <summary>Connects and brings the schema up to date.</summary>
    /// <exception cref="IOException">The server cannot be reached, or refuses.</exception>
    /// <exception cref="InvalidDataException">A newer program wrote the database.</exception>
    public static PostgresLedger Open(string connection)
    {
        var opened = NpgsqlDataSource.Create(connection);
        try
        {
            PostgresSchema.Upgrade(opened);
            var ledger = new PostgresLedger(opened);
            opened = null;
            return ledger;
        }
        finally
        {
            opened?.Dispose();
        }
    }

    /// <summary>Waits until no other hub commits; held until the end of the transaction.</summary>
    public static void TakeTurn(PostgresSession session)
    {
        session.Execute("SELECT pg_advisory_xact_lock(@turn)", ("turn", Turn));
        session.Execute("SET LOCAL synchronous_commit TO on"); // a watermark is a promise that a power cut may not break
    }

    public LedgerReceipt Commit(LedgerDelivery delivery) => PostgresSession.Run(source, IsolationLevel.ReadCommitted, session =>
    {
        TakeTurn(session);
        var plan = CommitPlan.Make(delivery, Gather(session, delivery));
        Write(session, plan, delivery.ReceivedAt.ToUnixTimeMilliseconds());
        return plan.Receipt(ReadHeld(session, plan.Confirmed));
    });

    public void Dispose() => source.Dispose();

    static CommitFacts Gather(PostgresSession session, LedgerDelivery delivery)
    {
        var streams = ReadStreams(session, [.. delivery.Streams]);
        return new(
            streams,
            ReadHeld(session, CommitFacts.Wanted(delivery.Records, streams)),
            ReadDecided(session, CommitFacts.Deciding(delivery)),
            ReadFormer(session, CommitFacts.Begun(delivery, streams)),
            PostgresRetiming.Read(session, CommitFacts.Untimed(delivery)),
            session.Query("SELECT coalesce(max(receipt), 0) FROM ledger", row => row.GetInt64(0))[0]);
    }

    static Dictionary<StreamKey, StreamState> ReadStreams(PostgresSession session, IReadOnlyCollection<StreamKey> keys) => session.Query(
        $"""
        SELECT device, epoch, {LedgerSql.StateColumns} FROM stream
        JOIN unnest(@devices, @epochs) AS wanted (device, epoch) USING (device, epoch)
        """,
        row => (Key: LedgerSql.Stream(row), State: LedgerSql.State(row, 2)),
        ("devices", Column(keys, key => key.Device.Value)),
        ("epochs", Column(keys, key => key.Epoch.Value))).ToDictionary(row => row.Key, row => row.State);

    static Dictionary<StreamKey, StreamKey> ReadFormer(PostgresSession session, IReadOnlyCollection<StreamKey> begun) => begun.Count == 0 ? [] : session.Query(
        """
        SELECT wanted.device, wanted.epoch, former.device, former.epoch
        FROM unnest(@devices, @epochs) AS wanted (device, epoch)
        CROSS JOIN LATERAL (
            SELECT device, epoch FROM stream WHERE stream.device = wanted.device ORDER BY changed_at DESC, epoch LIMIT 1) AS former
        """,
        row => (Now: LedgerSql.Stream(row), Before: LedgerSql.Stream(row, 2)),
        ("devices", Column(begun, key => key.Device.Value)),
        ("epochs", Column(begun, key => key.Epoch.Value))).ToDictionary(row => row.Now, row => row.Before);

    static Dictionary<EntryKey, WireRecord> ReadHeld(PostgresSession session, IReadOnlyCollection<EntryKey> keys) => keys.Count == 0 ? [] : session.Query(
        """
        SELECT device, epoch, seq, canonical, hash FROM ledger
        JOIN unnest(@devices, @epochs, @seqs) AS wanted (device, epoch, seq) USING (device, epoch, seq)
        """,
        LedgerSql.Held,
        ("devices", Column(keys, key => key.Device.Value)),
        ("epochs", Column(keys, key => key.Epoch.Value)),
        ("seqs", Column(keys, key => key.Seq))).ToDictionary(record => record.Key);

    static Dictionary<PassageKey, DecidedPassage> ReadDecided(PostgresSession session, IReadOnlyCollection<PassageKey> keys) => keys.Count == 0 ? [] : session.Query(
        $"""
        SELECT wanted.device, wanted.epoch, wanted.boot, wanted.passage, {LedgerSql.DecidedColumns}
        FROM unnest(@devices, @epochs, @boots, @passages) AS wanted (device, epoch, boot, passage)
        CROSS JOIN LATERAL (
            SELECT {LedgerSql.DecidedColumns} FROM ledger
            WHERE final AND ledger.device = wanted.device AND ledger.epoch = wanted.epoch
                AND ledger.boot = wanted.boot AND ledger.passage = wanted.passage
            ORDER BY seq DESC LIMIT 1) AS deciding
        """,
        row => (Key: new PassageKey(LedgerSql.Stream(row), row.GetInt64(2), row.GetInt64(3)), Decided: LedgerSql.Decided(row, 4)),
        ("devices", Column(keys, key => key.Stream.Device.Value)),
        ("epochs", Column(keys, key => key.Stream.Epoch.Value)),
        ("boots", Column(keys, key => key.Boot)),
        ("passages", Column(keys, key => key.Passage))).ToDictionary(row => row.Key, row => row.Decided);

    static void Write(PostgresSession session, CommitPlan plan, long now)
    {
        if (plan.Rows.Count > 0)
            WriteRows(session, plan.Rows);
        if (plan.Streams.Count > 0)
            WriteStreams(session, plan.Streams, now);
        if (plan.Counts.Count > 0)
            WriteCounts(session, plan.Counts);
        foreach (var anchor in plan.Anchors)
            WriteCounts(session, PostgresRetiming.Apply(session, anchor).ToDictionary(count => count.Key, count => count.Change));
        if (plan.Aside.Count > 0)
            WriteAside(session, plan.Aside, now);
    }

    static void WriteRows(PostgresSession session, IReadOnlyList<LedgerRow> rows) => session.Execute(
        """
        INSERT INTO ledger (device, epoch, seq, receipt, received_at, hash, canonical,
            kind, boot, passage, final, direction, verdict, time, surface, hour, mono, clock, retimed, retimed_mono, retimed_clock)
        SELECT * FROM unnest(@device, @epoch, @seq, @receipt, @received_at, @hash, @canonical,
            @kind, @boot, @passage, @final, @direction, @verdict, @time, @surface, @hour, @mono, @clock, @retimed, @retimed_mono, @retimed_clock)
        """,
        ("device", Column(rows, row => row.Record.Key.Device.Value)),
        ("epoch", Column(rows, row => row.Record.Key.Epoch.Value)),
        ("seq", Column(rows, row => row.Record.Key.Seq)),
        ("receipt", Column(rows, row => row.Receipt)),
        ("received_at", Column(rows, row => row.ReceivedAt.ToUnixTimeMilliseconds())),
        ("hash", Column(rows, row => row.Record.Hash.Hex)),
        ("canonical", Column(rows, row => Encoding.UTF8.GetString(row.Record.Canonical.Span))),
        ("kind", Column(rows, row => row.Columns.Kind)),
        ("boot", Column(rows, row => row.Columns.Boot)),
        ("passage", Column(rows, row => row.Columns.Passage)),
        ("final", Column(rows, row => row.Columns.Final)),
        ("direction", Column(rows, row => row.Columns.Direction)),
        ("verdict", Column(rows, row => row.Columns.Verdict)),
        ("time", Column(rows, row => row.Columns.Time?.ToUnixTimeMilliseconds())),
        ("surface", Column(rows, row => row.Columns.Surface)),
        ("hour", Column(rows, row => row.Hour)),
        ("mono", Column(rows, row => row.Columns.Mono)),
        ("clock", Column(rows, row => (int?)row.Columns.Clock)),
        ("retimed", Column(rows, row => row.Retimed?.Time.ToUnixTimeMilliseconds())),
        ("retimed_mono", Column(rows, row => row.Retimed?.Mono)),
        ("retimed_clock", Column(rows, row => (int?)row.Retimed?.Clock)));

    static void WriteStreams(PostgresSession session, IReadOnlyDictionary<StreamKey, StreamState> streams, long now) => session.Execute(
        """
        INSERT INTO stream (device, epoch, upto, ahead, rows, passages, duplicates, conflicts, broken, changed_at)
        SELECT *, @now FROM unnest(@device, @epoch, @upto, @ahead, @rows, @passages, @duplicates, @conflicts, @broken)
        ON CONFLICT (device, epoch) DO UPDATE SET upto = excluded.upto, ahead = excluded.ahead, rows = excluded.rows,
            passages = excluded.passages, duplicates = excluded.duplicates, conflicts = excluded.conflicts, broken = excluded.broken,
            changed_at = excluded.changed_at
        """,
        ("device", Column(streams.Keys, key => key.Device.Value)),
        ("epoch", Column(streams.Keys, key => key.Epoch.Value)),
        ("upto", Column(streams.Values, state => state.Position.UpTo)),
        ("ahead", Column(streams.Values, state => AheadText.Of(state.Position))),
        ("rows", Column(streams.Values, state => state.Rows)),
        ("passages", Column(streams.Values, state => state.Passages)),
        ("duplicates", Column(streams.Values, state => state.Duplicates)),
        ("conflicts", Column(streams.Values, state => state.Conflicts)),
        ("broken", Column(streams.Values, state => state.Broken)),
        ("now", now));

    static void WriteCounts(PostgresSession session, IReadOnlyDictionary<HourlyKey, int> counts)
    {
        session.Execute(
            """
            INSERT INTO hourly (device, hour, direction, verdict, passages) SELECT * FROM unnest(@device, @hour, @direction, @verdict, @change)
            ON CONFLICT (device, hour, direction, verdict) DO UPDATE SET passages = hourly.passages + excluded.passages
            """,
            ("device", Column(counts.Keys, key => key.Device.Value)),
            ("hour", Column(counts.Keys, key => key.Hour)),
            ("direction", Column(counts.Keys, key => key.Direction)),
            ("verdict", Column(counts.Keys, key => key.Verdict)),
            ("change", Column(counts.Values, change => (long)change)));

        var totals = counts.GroupBy(count => (count.Key.Direction, count.Key.Verdict), count => (long)count.Value).ToList();
        session.Execute(
            """
            INSERT INTO tally (direction, verdict, passages) SELECT * FROM unnest(@direction, @verdict, @change)
            ON CONFLICT (direction, verdict) DO UPDATE SET passages = tally.passages + excluded.passages
            """,
            ("direction", Column(totals, total => total.Key.Direction)),
            ("verdict", Column(totals, total => total.Key.Verdict)),
            ("change", Column(totals, total => total.Sum())));
    }

    static void WriteAside(PostgresSession session, IReadOnlyList<AsideMessage> messages, long now)
    {
        session.Execute(
            """
            INSERT INTO aside (id, at, topic, reason, size, payload)
            SELECT (SELECT coalesce(max(id), 0) FROM aside) + place, @now, topic, reason, size, payload
            FROM unnest(@topic, @reason, @size, @payload) WITH ORDINALITY AS came (topic, reason, size, payload, place)
            """,
            ("now", now),
            ("topic", Column(messages, message => message.Topic)),
            ("reason", Column(messages, message => WireName<AsideReason>.Of(message.Reason))),
            ("size", Column(messages, message => message.Size)),
            ("payload", Column(messages, message => message.Payload.ToArray())));
        session.Execute("DELETE FROM aside WHERE id <= (SELECT max(id) FROM aside) - @kept", ("kept", (long)AsideMessage.MaxKept));
    }

    static TValue[] Column<TRow, TValue>(IEnumerable<TRow> rows, Func<TRow, TValue> value) => [.. rows.Select(value)];
}
