using System.Data.Common;
using System.Text;
using Checkpoint.Journaling;
using Checkpoint.Ledgers;
using Checkpoint.Wire;

namespace Checkpoint.Hub.Ledgers;

/// <summary>Column lists and how their rows are read, the same in every database.</summary>
static class LedgerSql
{
    /// <summary>Columns for <see cref="Row"/>.</summary>
    public const string RowColumns =
        "device, epoch, seq, receipt, received_at, hash, canonical, kind, boot, passage, final, direction, verdict, time, surface, mono, clock, retimed, retimed_mono, retimed_clock";

    /// <summary>Columns for <see cref="State"/>.</summary>
    public const string StateColumns = "upto, ahead, passages, duplicates, conflicts, broken";

    /// <summary>Columns for <see cref="Decided"/>.</summary>
    public const string DecidedColumns = "seq, hour, direction, verdict";

    /// <summary>The counters, counted from the ledger: the last final record of each passage decides it.</summary>
    public const string Recount =
        """
        SELECT device, hour, coalesce(direction, 'unknown') AS direction, coalesce(verdict, 'unknown') AS verdict, count(*) AS passages
        FROM (
            SELECT device, hour, direction, verdict,
                row_number() OVER (PARTITION BY device, epoch, boot, passage ORDER BY seq DESC) AS place
            FROM ledger WHERE final AND boot IS NOT NULL AND passage IS NOT NULL) AS decided
        WHERE place = 1
        GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
        """;

    /// <summary>Reads <see cref="RowColumns"/>.</summary>
    public static LedgerRow Row(DbDataReader row)
    {
        var key = Stream(row).At(row.GetInt64(2));
        var record = new WireRecord(key, Encoding.UTF8.GetBytes(row.GetString(6)), Hash(row, 5));
        var columns = new EntryColumns(
            Text(row, 7), Number(row, 8), Number(row, 9), row.IsDBNull(10) ? null : row.GetBoolean(10), Text(row, 11), Text(row, 12),
            Number(row, 13) is { } time ? Time(time) : null, Number(row, 14), Number(row, 15), (ClockQuality?)Number(row, 16));
        return new(row.GetInt64(3), Time(row.GetInt64(4)), record, columns)
        {
            Retimed = Number(row, 17) is { } retimed ? new(Time(retimed), row.GetInt64(18), (ClockQuality)row.GetInt32(19)) : null,
        };
    }

    /// <summary>Reads a record whose key begins the row, then its canonical bytes, then its hash.</summary>
    public static WireRecord Held(DbDataReader row) =>
        new(Stream(row).At(row.GetInt64(2)), Encoding.UTF8.GetBytes(row.GetString(3)), Hash(row, 4));

    /// <summary>Reads device and epoch, which begin the row.</summary>
    public static StreamKey Stream(DbDataReader row) => Stream(row, 0);

    /// <summary>Reads device and epoch.</summary>
    /// <param name="row">A row.</param>
    /// <param name="from">Where they begin.</param>
    public static StreamKey Stream(DbDataReader row, int from) => new(DeviceId.Parse(row.GetString(from)), Epoch.Parse(row.GetString(from + 1)));

    /// <summary>Reads <see cref="StateColumns"/>.</summary>
    /// <param name="row">A row.</param>
    /// <param name="from">Where they begin.</param>
    public static StreamState State(DbDataReader row, int from) => new(
        AheadText.Read(row.GetInt64(from), row.GetString(from + 1)),
        row.GetInt64(from + 2),
        row.GetInt64(from + 3),
        row.GetInt64(from + 4),
        row.GetInt64(from + 5));

    /// <summary>Reads <see cref="DecidedColumns"/>.</summary>
    /// <param name="row">A row.</param>
    /// <param name="from">Where they begin.</param>
    public static DecidedPassage Decided(DbDataReader row, int from) => new(
        row.GetInt64(from),
        row.GetInt64(from + 1),
        Text(row, from + 2) ?? DecidedPassage.Unknown,
        Text(row, from + 3) ?? DecidedPassage.Unknown);

    /// <summary>Reads mono, time, clock.</summary>
    public static ClockAnchor Anchor(DbDataReader row) => Anchor(row, 0);

    /// <summary>Reads mono, time, clock.</summary>
    /// <param name="row">A row.</param>
    /// <param name="from">Where they begin.</param>
    public static ClockAnchor Anchor(DbDataReader row, int from) =>
        new(row.GetInt64(from), Time(row.GetInt64(from + 1)), (ClockQuality)row.GetInt32(from + 2));

    /// <summary>Reads hour, direction, verdict, and how many.</summary>
    public static (HourlyKey Key, int Count) Counted(DbDataReader row, DeviceId device) =>
        (new(device, row.GetInt64(0), row.GetString(1), row.GetString(2)), row.GetInt32(3));

    /// <summary>Reads direction, verdict, passages.</summary>
    public static PassageTally Tally(DbDataReader row) => new(row.GetString(0), row.GetString(1), row.GetInt64(2));

    /// <summary>Reads device, hour, direction, verdict, passages.</summary>
    public static HourlyCount Hourly(DbDataReader row) =>
        new(row.GetString(0), row.GetInt64(1), row.GetString(2), row.GetString(3), row.GetInt64(4));

    /// <summary>Reads topic, reason, size, payload.</summary>
    public static AsideMessage Aside(DbDataReader row) => new(
        row.GetString(0),
        WireName<AsideReason>.TryParse(row.GetString(1), out var reason) ? reason : AsideReason.None,
        row.GetInt32(2),
        row.GetFieldValue<byte[]>(3));

    static EntryHash Hash(DbDataReader row, int column) =>
        EntryHash.TryParse(row.GetString(column), out var hash) ? hash : throw new FormatException("The ledger holds no hash.");

    static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    static long? Number(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);
}
