using Checkpoint.Passages;
using Checkpoint.Sealing;

namespace Checkpoint.Journaling;

/// <summary>One line of the box's journal.</summary>
/// <param name="Key">Its place.</param>
/// <param name="Stamp">Its time.</param>
/// <param name="Record">What was decided.</param>
public sealed record JournalEntry(EntryKey Key, EntryStamp Stamp, PassageRecord Record)
{
    /// <summary>What it holds of the person's own fields.</summary>
    public FieldSeal Seal { get; init; } = FieldSeal.Nothing;
}
