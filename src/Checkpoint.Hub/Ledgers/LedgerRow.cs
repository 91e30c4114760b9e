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
    const string ClockKind = "clock"; // RecordKind.Clock

    /// <summary>When it really was, as its box learned later; null where its own time is the best there is.</summary>
    public Retimed? Retimed { get; init; }

    /// <summary>The best that is known of when it was: the time learned later, else the box's own, else the receipt's.</summary>
    public DateTimeOffset Time => Retimed?.Time ?? Columns.Time ?? ReceivedAt;

    /// <summary>The hour that the record counts in: hours since 1970 UTC, of <see cref="Time"/>.</summary>
    public long Hour => Time.ToUnixTimeMilliseconds() / (long)TimeSpan.FromHours(1).TotalMilliseconds;

    /// <summary>The start of the program that wrote it; null if it does not say.</summary>
    public BootKey? Boot => Columns.Boot is { } boot ? new(StreamKey.Of(Record.Key), boot) : null;

    /// <summary>What it says of its box's clock, if it is an entry of that kind and can be true.</summary>
    public BootAnchor? Anchor =>
        Boot is { } boot && Columns is { Kind: ClockKind, Mono: { } mono, Time: { } time, Clock: { } clock } && new ClockAnchor(mono, time, clock) is { IsPlausible: true } anchor
            ? new(boot, anchor)
            : null;

    /// <summary>The passage that it decides, or null if it decides none.</summary>
    public PassageKey? Decides => Columns is { Final: true, Boot: { } boot, Passage: { } passage }
        ? new(StreamKey.Of(Record.Key), boot, passage)
        : null;
}
