using Checkpoint.Journaling;
using Checkpoint.Ledgers;
using Checkpoint.Wire;

namespace Checkpoint.Hub.Ledgers;

/// <summary>What the ledger holds already, as far as one delivery needs to know.</summary>
/// <param name="Streams">Journals that it knows, of those the delivery touches or asks for.</param>
/// <param name="Held">The records that <see cref="Wanted"/> names.</param>
/// <param name="Decided">Decided passages, of those that the delivery decides.</param>
/// <param name="Former">The journal that a box wrote before, for each journal that the delivery has records of and the ledger none.</param>
/// <param name="Anchors">What starts of boxes said of their clocks, of those that <see cref="Untimed"/> names.</param>
/// <param name="LastReceipt">Number of the last row, 0 when there is none.</param>
sealed record CommitFacts(
    IReadOnlyDictionary<StreamKey, StreamState> Streams,
    IReadOnlyDictionary<EntryKey, WireRecord> Held,
    IReadOnlyDictionary<PassageKey, DecidedPassage> Decided,
    IReadOnlyDictionary<StreamKey, StreamKey> Former,
    IReadOnlyDictionary<BootKey, IReadOnlyList<ClockAnchor>> Anchors,
    long LastReceipt)
{
    /// <summary>
    /// Which held records a delivery has to be compared with: those of the same number, and the neighbours of new ones. In the common
    /// case, records in order, that is one for each journal.
    /// </summary>
    public static IReadOnlyCollection<EntryKey> Wanted(
        IEnumerable<WireRecord> records, IReadOnlyDictionary<StreamKey, StreamState> streams)
    {
        var wanted = new HashSet<EntryKey>();
        foreach (var key in records.Select(record => record.Key))
        {
            if (!streams.TryGetValue(StreamKey.Of(key), out var stream))
                continue;
            for (var seq = Math.Max(1, key.Seq - 1); seq <= key.Seq + 1; seq++)
            {
                if (stream.Position.Holds(seq) && (seq == key.Seq || !stream.Position.Holds(key.Seq)))
                    wanted.Add(key with { Seq = seq });
            }
        }

        return wanted;
    }

    /// <summary>Which journals a delivery has the first records of.</summary>
    public static IReadOnlyCollection<StreamKey> Begun(LedgerDelivery delivery, IReadOnlyDictionary<StreamKey, StreamState> streams) =>
        [.. delivery.Records.Select(record => StreamKey.Of(record.Key)).Distinct().Where(stream => !streams.ContainsKey(stream))];

    /// <summary>Which starts of boxes a delivery has entries of that were not sure of their time.</summary>
    public static IReadOnlyCollection<BootKey> Untimed(LedgerDelivery delivery) =>
        [.. delivery.Rows.Where(row => row.Columns.Clock is not (null or ClockQuality.Synced)).Select(row => row.Boot).OfType<BootKey>().Distinct()];

    /// <summary>Which passages a delivery may decide.</summary>
    public static IReadOnlyCollection<PassageKey> Deciding(LedgerDelivery delivery) =>
        [.. delivery.Rows.Select(row => row.Decides).OfType<PassageKey>().Distinct()];
}
