namespace Checkpoint.Edge.Journaling.Salvage;

/// <summary>Where a page lies.</summary>
/// <param name="InLog">In the write-ahead log, not in the database's file.</param>
/// <param name="At">Its first byte there.</param>
readonly record struct PagePlace(bool InLog, long At);
