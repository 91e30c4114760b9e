using Checkpoint.Journaling;
using Checkpoint.Wire;

namespace Checkpoint.Ledgers;

/// <summary>Proves that consecutive records are the ones that the box wrote, in its order.</summary>
public static class ChainRule
{
    /// <summary>Whether a record is the one that its box wrote next.</summary>
    /// <param name="before">The link of the record before it; <see cref="EntryHash.Start"/> before a journal's first.</param>
    /// <param name="record">The record.</param>
    public static bool Follows(EntryHash before, WireRecord record) => before.Next(record.Canonical.Span) == record.Hash;

    /// <summary>Follows the chain over consecutive records.</summary>
    /// <param name="before">The link of the record before the first.</param>
    /// <param name="records">Consecutive records.</param>
    /// <returns>The first record whose link does not follow from the one before, or null if all do.</returns>
    public static WireRecord? FirstBroken(EntryHash before, IEnumerable<WireRecord> records)
    {
        foreach (var record in records)
        {
            if (!Follows(before, record))
                return record;
            before = record.Hash;
        }

        return null;
    }
}
