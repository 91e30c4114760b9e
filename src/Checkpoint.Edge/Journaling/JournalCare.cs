using Checkpoint.Journaling;

namespace Checkpoint.Edge.Journaling;

/// <summary>
/// What is done for one open journal while the gate works, a little at a time: its chain is walked once from the beginning, and while nobody
/// passes its log is folded in, the hub's receipt is kept, and confirmed entries that are old are purged. Used by one loop.
/// </summary>
/// <param name="journal">The journal.</param>
/// <param name="rule">How long confirmed entries stay.</param>
sealed class JournalCare(Journal journal, RetentionRule rule)
{
    /// <summary>Entries whose links are checked in one turn.</summary>
    public const int WalkAtOnce = 512;

    /// <summary>Turns between two looks for old entries: an hour of seconds.</summary>
    public const int TurnsBetweenLooks = 3600;

    /// <summary>
    /// Entries after which the log is folded in: before it is so full that an entry's own commit has to do it, for which somebody waits
    /// (SQLite's 1,000 pages; an entry and its receipt take six at most).
    /// </summary>
    public const int FoldEvery = 128;

    /// <summary>Quiet turns after which a receipt is kept that no entry took along.</summary>
    public const int KeepAfter = 10;

    /// <summary>Entries in a receipt that is kept in the next quiet turn: as many would be delivered again after a power cut.</summary>
    public const int KeepFrom = 128;

    ChainStart walked = journal.Start;
    long purgeTo;
    long seen = journal.Written;
    long folded = journal.Written;
    int turns;
    int unkept;

    /// <summary>The journal.</summary>
    public Journal Journal => journal;

    /// <summary>Whether the chain was followed to its end as it was then.</summary>
    public bool IsWalked { get; private set; }

    /// <summary>Checks the next part of the chain.</summary>
    /// <returns>Whether its end was reached now.</returns>
    /// <exception cref="IOException">The journal cannot be read; it is damaged if that is a <see cref="Hosting.Sqlite.CorruptStoreException"/>.</exception>
    public bool Walk()
    {
        if (IsWalked)
            return false;
        var end = journal.Written;
        walked = journal.Walk(walked, WalkAtOnce);
        return IsWalked = walked.Before >= end;
    }

    /// <summary>One turn: does what is due, if nobody has passed since the last.</summary>
    /// <param name="now">Wall clock; null if it is not good enough to call an entry old.</param>
    /// <param name="isFull">Whether the disk is full: then no confirmed entry stays, and nothing is waited for.</param>
    /// <param name="at">Wall clock, however good.</param>
    /// <returns>Whether the last of what is old was purged now.</returns>
    /// <exception cref="IOException">The journal cannot be read or written.</exception>
    public bool Tidy(DateTimeOffset? now, DateTimeOffset at, bool isFull)
    {
        var written = journal.Written;
        var isBusy = written != seen && !isFull;
        seen = written;
        if (isBusy)
            return false;
        var isEnd = Purge(now, at, isFull);
        KeepReceipt();
        Fold(written);
        return isEnd;
    }

    void KeepReceipt()
    {
        var waiting = journal.Released - journal.ReceiptKept;
        unkept = waiting > 0 ? unkept + 1 : 0;
        if (unkept < KeepAfter && waiting < KeepFrom)
            return;
        unkept = 0;
        journal.KeepReceipt();
    }

    void Fold(long written)
    {
        if (written - folded < FoldEvery)
            return;
        journal.Fold();
        folded = written;
    }

    bool Purge(DateTimeOffset? now, DateTimeOffset at, bool isFull)
    {
        if (isFull || turns-- <= 0)
        {
            turns = TurnsBetweenLooks;
            purgeTo = journal.PurgeableUpTo(isFull ? RetentionRule.Nothing : rule, now);
        }

        return journal.Start.Before < purgeTo && journal.Purge(purgeTo, at) > 0 && journal.Start.Before >= purgeTo;
    }
}
