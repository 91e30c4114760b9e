using Checkpoint.Ledgers;
using Checkpoint.Wire;

namespace Checkpoint.Hub.Ledgers;

/// <summary>One record as the ledger holds it.</summary>
/// <param name="Receipt">Order of arrival, from 1, without holes.</param>
/// <param name="ReceivedAt">Hub clock, UTC, whole milliseconds.</param>
/// <param name="Record">As it came.</param>
/// <param name="Columns">Read out of it.</param>
sealed record LedgerRow(long Receipt, DateTimeOffset ReceivedAt, WireRecord Record, EntryColumns Columns)
{
    /// <summary>The hour that the record counts in: hours since 1970 UTC, of the box's time, else of the receipt.</summary>
    public long Hour => (Columns.Time ?? ReceivedAt).ToUnixTimeMilliseconds() / (long)TimeSpan.FromHours(1).TotalMilliseconds;

    /// <summary>The passage that it decides, or null if it decides none.</summary>
    public PassageKey? Decides => Columns is { Final: true, Boot: { } boot, Passage: { } passage }
        ? new(StreamKey.Of(Record.Key), boot, passage)
        : null;
}
