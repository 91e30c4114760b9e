using System.Globalization;
using Checkpoint.Hosting.Sqlite;
using Checkpoint.Journaling;
using Checkpoint.Ledgers;

namespace Checkpoint.Edge.Journaling;

/// <summary>
/// What is checked before the gate opens: the counters against one another, and the chain of the newest entries. Its time does not grow with
/// the journal; the rest is walked through while the gate works (<see cref="Journal.Walk"/>).
/// </summary>
static class StartCheck
{
    /// <summary>Newest entries that are checked: more than a power cut can leave half written.</summary>
    public const int Tail = 256;

    /// <summary>Checks a journal; a new one is good.</summary>
    /// <exception cref="CorruptStoreException">Something in it is wrong; names what.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static void Run(SqliteStore store)
    {
        var start = PurgeBook.StartAfter(PurgeBook.Newest(store));
        if (store.Scalar<long>("SELECT count(*) FROM state") == 0)
        {
            Demand(store, store.Scalar<long>("SELECT count(*) FROM (SELECT 1 FROM journal LIMIT 1)") == 0, $"has entries and no name");
            return;
        }

        var (released, lowest, highest) = store.Query(
            "SELECT released, coalesce((SELECT min(seq) FROM journal), @next), coalesce((SELECT max(seq) FROM journal), @before) FROM state",
            row => (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)), ("@next", start.Before + 1), ("@before", start.Before))[0];
        Demand(store, lowest == start.Before + 1, $"begins at entry {lowest}, and was purged up to {start.Before}");
        Demand(store, start.Before <= released && released <= highest, $"has entries up to {highest}, purged up to {start.Before}, confirmed up to {released}");
        CheckTail(store, start, highest);
    }

    static void CheckTail(SqliteStore store, ChainStart start, long highest)
    {
        // One more than the tail, whose link is what the tail follows from.
        var rows = EntryRows.After(store, Math.Max(start.Before, highest - Tail - 1), Tail + 1);
        var before = start;
        if (rows.Count > Tail)
        {
            before = new(rows[0].Key.Seq, rows[0].Hash);
            rows = [.. rows.Skip(1)];
        }

        Demand(store, rows.Count == highest - before.Before, $"has a gap below entry {highest}");
        foreach (var row in rows)
            Demand(store, StoredEntry.KeyOf(row.Canonical) == row.Key, $"holds another entry under number {row.Key.Seq}");
        Demand(store, ChainRule.FirstBroken(before.Link, rows) is null, $"has a broken link below entry {highest}");
    }

    static void Demand(SqliteStore store, bool holds, FormattableString words)
    {
        if (!holds)
            throw new CorruptStoreException($"{store.Path} {words.ToString(CultureInfo.InvariantCulture)}.");
    }
}
