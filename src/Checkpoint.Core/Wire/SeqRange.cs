namespace Checkpoint.Wire;

/// <summary>A run of sequence numbers, both ends included.</summary>
/// <param name="First">The first one.</param>
/// <param name="Last">The last one, at least <paramref name="First"/>.</param>
public readonly record struct SeqRange(long First, long Last);
