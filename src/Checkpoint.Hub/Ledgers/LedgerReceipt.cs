using Checkpoint.Journaling;
using Checkpoint.Ledgers;

namespace Checkpoint.Hub.Ledgers;

/// <summary>What one commit did. By the time anybody reads this, it is on the disk.</summary>
/// <param name="Watermarks">For every journal touched or asked for.</param>
/// <param name="Stored">New records.</param>
/// <param name="Duplicates">Records that were there already.</param>
/// <param name="Conflicts">Records whose number is taken by one with another hash.</param>
/// <param name="Broken">Records whose link does not follow from the one before.</param>
/// <param name="Refused">Records that would have made one hole too many.</param>
/// <param name="Replaced">Journals whose first record came, of boxes that had another one before.</param>
sealed record LedgerReceipt(
    IReadOnlyList<StreamWatermark> Watermarks,
    IReadOnlyList<LedgerRow> Stored,
    int Duplicates,
    IReadOnlyList<EntryKey> Conflicts,
    IReadOnlyList<EntryKey> Broken,
    int Refused,
    IReadOnlyList<(StreamKey Now, StreamKey Before)> Replaced);
