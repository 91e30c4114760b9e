namespace Checkpoint.Passes;

/// <summary>Which part of how many a code is.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Of">Parts in all, from 2.</param>
public readonly record struct PartNumber(int Number, int Of);
