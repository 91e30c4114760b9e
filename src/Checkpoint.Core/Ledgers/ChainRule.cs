using Checkpoint.Journaling;
using Checkpoint.Wire;

namespace Checkpoint.Ledgers;

/// <summary>Proves that consecutive records are the ones that the box wrote, in its order.</summary>
public static class ChainRule
{
    /// <summary>Follows the chain over consecutive records.</summary>
    /// <param name="before">The link of the record before the first.</param>
    /// <param name="records">Consecutive records.</param>
    /// <returns>The first record whose link does not follow from the one before, or null if all do.</returns>
    public static WireRecord? FirstBroken(EntryHash before, IEnumerable<WireRecord> records)
    {
        foreach (var record in records)
        {
            if (before.Next(record.Canonical.Span) != record.Hash)
                return record;
            before = record.Hash;
        }

        return null;
    }
}
