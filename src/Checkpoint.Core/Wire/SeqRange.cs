namespace Checkpoint.Wire;

/// <summary>A run of sequence numbers, both ends included.</summary>
/// <param name="First">The first one.</param>
/// <param name="Last">The last one, at least <paramref name="First"/>; one below it where a run may be of none, which is never published.</param>
public readonly record struct SeqRange(long First, long Last)
{
    /// <summary>How many; 0 if none.</summary>
    public long Count => Math.Max(0, Last - First + 1);
}
