using System.Collections.Immutable;
using System.Security.Cryptography;
using Checkpoint.Carrying;
using Checkpoint.Edge.Journaling;
using Checkpoint.Journaling;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Carrying;

/// <summary>The last day's unconfirmed entries as a sequence of codes.</summary>
/// <param name="Codes">The codes; none if nothing waits.</param>
/// <param name="Entries">Entries in them.</param>
/// <param name="Older">Unconfirmed entries that are older, or too many: they need a stick.</param>
sealed record LastDayCodes(ImmutableArray<CarryCode> Codes, int Entries, long Older)
{
    const int AtOnce = 250;

    /// <summary>Makes the codes.</summary>
    /// <param name="waiting">Numbers of the entries that the hub has not confirmed.</param>
    /// <param name="read">Reads entries.</param>
    /// <param name="key">The box's private key.</param>
    /// <exception cref="IOException">The journal cannot be read.</exception>
    public static LastDayCodes Make(SeqRange waiting, Func<SeqRange, IReadOnlyList<WireRecord>> read, ECDsa key)
    {
        var records = ReadBack(waiting, read);
        while (!records.IsEmpty)
        {
            // The newest that fit: the oldest are the ones that a stick will bring.
            var codes = CarryCodes.Split(RecordsFile.Sign(records, waiting.Last, key));
            if (!codes.IsEmpty)
                return new(codes, records.Length, records[0].Key.Seq - waiting.First);
            records = records[(records.Length / 2)..];
        }

        return new([], 0, waiting.Count);
    }

    static ImmutableArray<WireRecord> ReadBack(SeqRange waiting, Func<SeqRange, IReadOnlyList<WireRecord>> read)
    {
        var pages = new Stack<IReadOnlyList<WireRecord>>();
        EntryAge? newest = null;
        var (last, count, isFull) = (waiting.Last, 0, false);
        while (last >= waiting.First && !isFull)
        {
            var page = read(new(Math.Max(waiting.First, last - AtOnce + 1), last));
            newest ??= page.Count > 0 ? AgeOf(page[^1]) : null;
            List<WireRecord> young = [.. page.Where(record => LastDay.Holds(newest!.Value, AgeOf(record))).TakeLast(LastDay.MaxEntries - count)];
            pages.Push(young);
            count += young.Count;
            isFull = page.Count == 0 || young.Count < page.Count || count == LastDay.MaxEntries;
            last -= AtOnce;
        }

        return [.. pages.SelectMany(page => page)];
    }

    static EntryAge AgeOf(WireRecord record) => StoredEntry.AgeOf(record.Key.Seq, record.Canonical);
}
