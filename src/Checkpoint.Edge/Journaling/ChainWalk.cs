using Checkpoint.Hosting.Sqlite;
using Checkpoint.Journaling;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Journaling;

/// <summary>Walks the chain of a store in steps, so that a long journal is checked without being read at once.</summary>
static class ChainWalk
{
    /// <summary>Checks the next entries.</summary>
    /// <param name="store">The journal's.</param>
    /// <param name="from">How far it was checked.</param>
    /// <param name="most">Entries to check at most.</param>
    /// <param name="purged">Where the chain begins now: what was purged in the meantime is not missing.</param>
    /// <returns>How far it holds; <paramref name="from"/> itself when there is no more.</returns>
    /// <exception cref="CorruptStoreException">An entry is missing, or its link does not follow.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ChainStart Next(SqliteStore store, ChainStart from, int most, Func<ChainStart> purged)
    {
        var rows = EntryRows.After(store, from.Before, most);
        if (rows.Count > 0 && rows[0].Key.Seq > from.Before + 1 && purged() is var start && start.Before > from.Before)
        {
            from = start;
            rows = EntryRows.After(store, from.Before, most);
        }

        var end = from;
        foreach (var row in rows)
            end = Follow(store, end, row);
        return end;
    }

    static ChainStart Follow(SqliteStore store, ChainStart before, WireRecord row)
    {
        var seq = row.Key.Seq;
        if (seq != before.Before + 1)
            throw new CorruptStoreException($"{store.Path}: entry {before.Before + 1} is missing.");
        return before.Link.Next(row.Canonical.Span) == row.Hash
            ? new(seq, row.Hash)
            : throw new CorruptStoreException($"{store.Path}: entry {seq} does not follow from the one before.");
    }
}
