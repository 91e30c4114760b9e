using Checkpoint.Wire;

namespace Checkpoint.Journaling;

/// <summary>How long confirmed entries stay on the box as its local log. What the hub has not confirmed always stays.</summary>
/// <param name="Keep">They stay this long.</param>
/// <param name="MostEntries">More than this are not kept, however young they are; at least 1.</param>
public sealed record RetentionRule(TimeSpan Keep, long MostEntries)
{
    /// <summary>Entries looked at to find how far the old ones reach: purging is as fine as this part of the log.</summary>
    public const int MostLookedAt = 64;

    /// <summary>Keeps no confirmed entry, as when the disk is full.</summary>
    public static RetentionRule Nothing { get; } = new(TimeSpan.Zero, 1);

    /// <summary>The entries to look at, spread evenly over the confirmed ones, ascending.</summary>
    /// <param name="confirmed">The confirmed entries that are kept.</param>
    public static IEnumerable<long> LookAt(SeqRange confirmed)
    {
        var step = Math.Max(1, confirmed.Count / MostLookedAt);
        for (var seq = confirmed.First + step - 1; seq <= confirmed.Last; seq += step)
            yield return seq;
    }

    /// <summary>Up to where the log may be purged; below its first entry if it may not.</summary>
    /// <param name="confirmed">The confirmed entries that are kept.</param>
    /// <param name="written">Highest number in the journal. That entry stays: the next one follows from it.</param>
    /// <param name="looked">What was looked at. An entry with a clock that was known to be wrong says nothing about its age.</param>
    /// <param name="now">Wall clock; null if it is not good enough to call an entry old.</param>
    public long UpTo(SeqRange confirmed, long written, IEnumerable<EntryAge> looked, DateTimeOffset? now)
    {
        var old = looked
            .Where(entry => entry.Clock != ClockQuality.Unknown && now - entry.Wall > Keep)
            .Select(entry => entry.Seq)
            .DefaultIfEmpty(confirmed.First - 1)
            .Max();
        return Math.Min(Math.Max(old, written - MostEntries), Math.Min(confirmed.Last, written - 1));
    }
}
