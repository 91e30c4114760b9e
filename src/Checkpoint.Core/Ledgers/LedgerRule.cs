using System.Collections.Immutable;
using Checkpoint.Journaling;
using Checkpoint.Wire;

namespace Checkpoint.Ledgers;

/// <summary>
/// What the ledger makes of a record: new, there already, another one under a number that is taken, or one hole too many. Pure; every
/// database and the simulation ask the same rule.
/// </summary>
public static class LedgerRule
{
    /// <summary>Offers one record.</summary>
    /// <param name="position">Which entries of its journal the ledger holds.</param>
    /// <param name="record">The record; numbered from 1 to <see cref="StreamPosition.MaxSeq"/>.</param>
    /// <param name="held">Finds a record that the ledger holds: asked for the same number and for its two neighbours; else null.</param>
    public static Admission Admit(StreamPosition position, WireRecord record, Func<EntryKey, WireRecord?> held)
    {
        var next = position.Accept(record.Key.Seq, out var acceptance);
        return acceptance switch
        {
            Acceptance.New => new(Acceptance.New, next, BrokenLinks(record, held)),
            Acceptance.Duplicate when held(record.Key)?.Hash != record.Hash => new(Acceptance.Conflict, position, []),
            _ => new(acceptance, position, []),
        };
    }

    // A link is checked when the later of its two ends arrives, so each is checked once and a filled hole costs no reading back.
    static ImmutableArray<EntryKey> BrokenLinks(WireRecord record, Func<EntryKey, WireRecord?> held)
    {
        var (key, broken) = (record.Key, ImmutableArray<EntryKey>.Empty);
        var before = key.Seq == 1 ? EntryHash.Start : held(key with { Seq = key.Seq - 1 })?.Hash;
        if (before is { } link && !ChainRule.Follows(link, record))
            broken = broken.Add(key);
        if (held(key with { Seq = key.Seq + 1 }) is { } next && !ChainRule.Follows(record.Hash, next))
            broken = broken.Add(next.Key);
        return broken;
    }
}
