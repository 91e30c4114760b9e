using Checkpoint.Hosting.Sqlite;
using Checkpoint.Journaling;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Journaling;

/// <summary>A journal's file for reading only: in use, closed, of an earlier version, or moved aside. Nothing in it is changed.</summary>
sealed class JournalFile : IDisposable
{
    readonly SqliteStore store;

    JournalFile(SqliteStore store)
    {
        this.store = store;
        (Device, Epoch) = EntryRows.NameOf(store);
        (Boots, Released) = store.Query("SELECT boot, released FROM state", row => (row.GetInt64(0), row.GetInt64(1)))[0];
        Purges = HasPurges(store) ? PurgeBook.All(store) : [];
        Written = store.Scalar<long?>("SELECT max(seq) FROM journal") ?? Start.Before;
    }

    /// <summary>Whose it is.</summary>
    public DeviceId Device { get; }

    /// <summary>Its name.</summary>
    public Epoch Epoch { get; }

    /// <summary>How often it was opened for writing.</summary>
    public long Boots { get; }

    /// <summary>Highest number that the hub has confirmed.</summary>
    public long Released { get; }

    /// <summary>Highest number in it.</summary>
    public long Written { get; }

    /// <summary>What was purged, newest first.</summary>
    public IReadOnlyList<PurgeRecord> Purges { get; }

    /// <summary>Where the chain of what is kept begins.</summary>
    public ChainStart Start => PurgeBook.StartAfter(Purges is [var newest, ..] ? newest : null);

    /// <summary>Opens it.</summary>
    /// <exception cref="CorruptStoreException">It is damaged, or no journal.</exception>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public static JournalFile Open(string path)
    {
        SqliteStore? opened = null;
        try
        {
            opened = SqliteStore.OpenReader(path);
            if (opened.Scalar<long>("SELECT count(*) FROM sqlite_schema WHERE name IN ('journal', 'state')") != 2)
                throw new CorruptStoreException($"{path} is no journal.");
            var file = new JournalFile(opened);
            opened = null;
            return file;
        }
        finally
        {
            opened?.Dispose();
        }
    }

    /// <summary>Follows the chain over everything that is kept.</summary>
    /// <returns>How far it holds.</returns>
    /// <exception cref="CorruptStoreException">An entry is missing, or its link does not follow; names it.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public ChainStart Verify()
    {
        var walked = Start;
        while (ChainWalk.Next(store, walked, JournalCare.WalkAtOnce, PurgedUpTo) is var next && next != walked)
            walked = next;
        return walked;
    }

    /// <summary>Entries after a number, ascending.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public IReadOnlyList<WireRecord> After(long seq, int most) => EntryRows.After(store, seq, most);

    public void Dispose() => store.Dispose();

    // A gate may purge while its journal is read here.
    ChainStart PurgedUpTo() => HasPurges(store) ? PurgeBook.StartAfter(PurgeBook.Newest(store)) : ChainStart.OfJournal;

    static bool HasPurges(SqliteStore store) => store.Scalar<long>("SELECT count(*) FROM sqlite_schema WHERE name = 'purge'") == 1;
}
