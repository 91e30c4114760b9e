using Checkpoint.Ledgers;
using Checkpoint.Wire;

namespace Checkpoint.Hub.Ledgers;

/// <summary>What one commit is given.</summary>
/// <param name="ReceivedAt">Hub clock, UTC.</param>
/// <param name="Records">In the order in which they came.</param>
/// <param name="Aside">Messages that are no records.</param>
/// <param name="Asked">Journals whose watermark somebody wants though nothing of them came.</param>
sealed record LedgerDelivery(
    DateTimeOffset ReceivedAt,
    IReadOnlyList<WireRecord> Records,
    IReadOnlyList<AsideMessage> Aside,
    IReadOnlyCollection<StreamKey> Asked)
{
    /// <summary>The records as rows, not numbered yet.</summary>
    public IReadOnlyList<LedgerRow> Rows { get; } =
        [.. Records.Select(record => new LedgerRow(0, WholeMilliseconds(ReceivedAt), record, EntryColumns.Read(record.Canonical)))];

    /// <summary>Every journal that gets a watermark.</summary>
    public IEnumerable<StreamKey> Streams => Records.Select(record => StreamKey.Of(record.Key)).Concat(Asked).Distinct();

    // The database keeps no more, and a row must be the same before and after it was stored.
    static DateTimeOffset WholeMilliseconds(DateTimeOffset time) => DateTimeOffset.FromUnixTimeMilliseconds(time.ToUnixTimeMilliseconds());
}
