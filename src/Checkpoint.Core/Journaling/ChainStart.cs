namespace Checkpoint.Journaling;

/// <summary>Where the chain of consecutive entries begins: the entry before the first of them, and its link.</summary>
/// <param name="Before">Number of the entry before the first; 0 if the first is a journal's first.</param>
/// <param name="Link">Its link; <see cref="EntryHash.Start"/> if there is none.</param>
public sealed record ChainStart(long Before, EntryHash Link)
{
    /// <summary>Of a journal of which nothing was purged.</summary>
    public static ChainStart OfJournal { get; } = new(0, EntryHash.Start);
}
