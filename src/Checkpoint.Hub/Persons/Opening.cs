using System.Data.Common;
using Checkpoint.Hub.Ledgers;
using Checkpoint.Journaling;

namespace Checkpoint.Hub.Persons;

/// <summary>That somebody opened an entry's personal fields.</summary>
/// <param name="At">Hub clock, UTC, whole milliseconds.</param>
/// <param name="Entry">Which entry.</param>
/// <param name="Opener">Who, 1 … <see cref="MaxText"/> characters.</param>
/// <param name="Reason">Why, 1 … <see cref="MaxText"/> characters.</param>
/// <param name="Key">Name of the key that it was opened with.</param>
sealed record Opening(DateTimeOffset At, EntryKey Entry, string Opener, string Reason, string Key)
{
    /// <summary>Characters of a name or a reason, at most.</summary>
    public const int MaxText = 200;

    /// <summary>Columns for <see cref="Read"/>.</summary>
    public const string Columns = "at, device, epoch, seq, opener, reason, key";

    /// <summary>Reads <see cref="Columns"/>.</summary>
    public static Opening Read(DbDataReader row) => new(
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(0)), LedgerSql.Stream(row, 1).At(row.GetInt64(3)), row.GetString(4), row.GetString(5), row.GetString(6));
}
