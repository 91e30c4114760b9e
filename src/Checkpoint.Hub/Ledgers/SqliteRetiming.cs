using Checkpoint.Hosting.Sqlite;
using Checkpoint.Ledgers;

namespace Checkpoint.Hub.Ledgers;

/// <summary><see cref="RetimingSql"/> in SQLite, inside a commit.</summary>
static class SqliteRetiming
{
    /// <summary>What starts of boxes said of their clocks.</summary>
    public static Dictionary<BootKey, IReadOnlyList<ClockAnchor>> Read(SqliteStore store, IEnumerable<BootKey> boots) => boots
        .ToDictionary(boot => boot, boot => store.Query(
            "SELECT mono, time, clock FROM anchor WHERE device = @device AND epoch = @epoch AND boot = @boot",
            LedgerSql.Anchor,
            ("@device", boot.Stream.Device.Value), ("@epoch", boot.Stream.Epoch.Value), ("@boot", boot.Boot)));

    /// <summary>Keeps an anchor and re-times the earlier entries of its start.</summary>
    /// <returns>What the counters have to change by.</returns>
    public static IEnumerable<(HourlyKey Key, int Change)> Apply(SqliteStore store, BootAnchor anchor)
    {
        (string, object?)[] boot =
        [
            ("@device", anchor.Boot.Stream.Device.Value), ("@epoch", anchor.Boot.Stream.Epoch.Value), ("@boot", anchor.Boot.Boot),
        ];
        (string, object?)[] all =
        [
            .. boot,
            ("@mono", anchor.Anchor.Mono), ("@clock", (int)anchor.Anchor.Clock), ("@time", anchor.Anchor.Time.ToUnixTimeMilliseconds()),
        ];
        store.Execute(RetimingSql.Keep, all);
        var before = Counts();
        store.Execute(RetimingSql.Retime, all);
        return RetimingSql.Changes(before, Counts());

        IReadOnlyList<(HourlyKey Key, int Count)> Counts() =>
            store.Query(RetimingSql.Counts("final = 1"), row => LedgerSql.Counted(row, anchor.Boot.Stream.Device), boot);
    }
}
