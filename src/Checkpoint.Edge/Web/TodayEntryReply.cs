using Checkpoint.Edge.Today;
using Checkpoint.Passages;
using Checkpoint.Policies;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Web;

/// <summary>One of today's entries.</summary>
/// <param name="Seq">Its number in the journal.</param>
/// <param name="At">Local time with its offset.</param>
/// <param name="Passage">Number of the passage since the program started.</param>
/// <param name="Direction">Which way.</param>
/// <param name="Verdict">What the gate said.</param>
/// <param name="Who">Masked name, else masked ID number; null if nothing was known.</param>
/// <param name="Acknowledged">Whether the hub has confirmed it.</param>
sealed record TodayEntryReply(long Seq, DateTimeOffset At, long Passage, string Direction, string Verdict, string? Who, bool Acknowledged)
{
    /// <summary>The entry.</summary>
    /// <param name="entry">As remembered.</param>
    /// <param name="journal">The open journal; null while there is none.</param>
    public static TodayEntryReply Of(TodayEntry entry, Journaling.Journal? journal) => new(
        entry.Seq,
        entry.At,
        entry.Passage,
        WireName<Direction>.Of(entry.Direction),
        WireName<Verdict>.Of(entry.Verdict),
        entry.Who.Length > 0 ? entry.Who : null,
        journal is not null && journal.Epoch == entry.Epoch && entry.Seq <= journal.Released);
}
