namespace Checkpoint.Journaling;

/// <summary>Consecutive numbers of entries, perhaps none.</summary>
/// <param name="First">The first one, from 1.</param>
/// <param name="Last">The last one; one below <paramref name="First"/> if there is none.</param>
public readonly record struct SeqSpan(long First, long Last)
{
    /// <summary>How many; 0 if none.</summary>
    public long Count => Math.Max(0, Last - First + 1);
}
