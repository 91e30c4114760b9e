namespace Checkpoint.Lab.PowerCut;

/// <summary>One cut of the power.</summary>
/// <param name="After">How many things had been done.</param>
/// <param name="Manner">What of the un-synced was on the disk.</param>
/// <param name="Last">Number of the last entry that had been shown; 0 for none.</param>
/// <param name="Files">What the disk held.</param>
sealed record Cut(int After, CutManner Manner, long Last, IReadOnlyDictionary<string, byte[]> Files);
