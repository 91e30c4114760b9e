using Checkpoint.Journaling;

namespace Checkpoint.Carrying;

/// <summary>Which entries go by QR codes: those of the last day. Pure.</summary>
public static class LastDay
{
    /// <summary>Entries at most; a busy gate has 2,000 a day.</summary>
    public const int MaxEntries = 4000;

    static readonly TimeSpan Length = TimeSpan.FromDays(1);

    /// <summary>
    /// Whether an entry is of the day that ends with the newest one. By a clock known to be wrong nothing is old: then their number alone
    /// bounds them.
    /// </summary>
    public static bool Holds(EntryAge newest, EntryAge entry) =>
        newest.Clock == ClockQuality.Unknown || entry.Clock == ClockQuality.Unknown || newest.Wall - entry.Wall <= Length;
}
