namespace Checkpoint.Edge.Today;

/// <summary>
/// Today's own entries, in memory alone: gone at midnight and with the program. It never had an unmasked name. One writer, any readers.
/// </summary>
sealed class TodayBook(GateClock clock)
{
    /// <summary>Entries that are remembered; the oldest go first.</summary>
    public const int MostEntries = 500;

    readonly Lock turn = new();
    readonly Queue<TodayEntry> entries = new();
    DateOnly day;

    /// <summary>Remembers an entry.</summary>
    public void Add(TodayEntry entry)
    {
        lock (turn)
        {
            KeepTo(DateOnly.FromDateTime(entry.At.DateTime));
            if (entries.Count == MostEntries)
                entries.Dequeue();
            entries.Enqueue(entry);
        }
    }

    /// <summary>What is remembered of today, newest first.</summary>
    public IReadOnlyList<TodayEntry> Newest()
    {
        lock (turn)
        {
            KeepTo(DateOnly.FromDateTime(clock.ToLocal(clock.Wall).DateTime));
            return [.. entries.Reverse()];
        }
    }

    // Another day, also one that a corrected clock goes back to, is none of today's business.
    void KeepTo(DateOnly today)
    {
        if (day == today)
            return;
        day = today;
        entries.Clear();
    }
}
