using Checkpoint.Ledgers;

namespace Checkpoint.Hub.Ledgers;

/// <summary><see cref="RetimingSql"/> in PostgreSQL, inside a commit.</summary>
static class PostgresRetiming
{
    /// <summary>What starts of boxes said of their clocks.</summary>
    public static Dictionary<BootKey, IReadOnlyList<ClockAnchor>> Read(PostgresSession session, IReadOnlyCollection<BootKey> boots) => boots.Count == 0 ? [] : session.Query(
        """
        SELECT anchor.device, anchor.epoch, anchor.boot, mono, time, clock FROM anchor
        JOIN unnest(@devices, @epochs, @boots) AS wanted (device, epoch, boot) USING (device, epoch, boot)
        """,
        row => (Key: new BootKey(LedgerSql.Stream(row), row.GetInt64(2)), Anchor: LedgerSql.Anchor(row, 3)),
        ("devices", boots.Select(boot => boot.Stream.Device.Value).ToArray()),
        ("epochs", boots.Select(boot => boot.Stream.Epoch.Value).ToArray()),
        ("boots", boots.Select(boot => boot.Boot).ToArray()))
        .GroupBy(row => row.Key).ToDictionary(row => row.Key, row => (IReadOnlyList<ClockAnchor>)[.. row.Select(one => one.Anchor)]);

    /// <summary>Keeps an anchor and re-times the earlier entries of its start.</summary>
    /// <returns>What the counters have to change by.</returns>
    public static IEnumerable<(HourlyKey Key, int Change)> Apply(PostgresSession session, BootAnchor anchor)
    {
        (string, object)[] boot =
        [
            ("device", anchor.Boot.Stream.Device.Value), ("epoch", anchor.Boot.Stream.Epoch.Value), ("boot", anchor.Boot.Boot),
        ];
        (string, object)[] all =
        [
            .. boot,
            ("mono", anchor.Anchor.Mono), ("clock", (int)anchor.Anchor.Clock), ("time", anchor.Anchor.Time.ToUnixTimeMilliseconds()),
        ];
        session.Execute(RetimingSql.Keep, all);
        var before = Counts();
        session.Execute(RetimingSql.Retime, all);
        return RetimingSql.Changes(before, Counts());

        IReadOnlyList<(HourlyKey Key, int Count)> Counts() =>
            session.Query(RetimingSql.Counts("final"), row => LedgerSql.Counted(row, anchor.Boot.Stream.Device), boot);
    }
}
