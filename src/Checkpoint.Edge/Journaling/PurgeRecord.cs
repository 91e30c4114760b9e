using Checkpoint.Journaling;

namespace Checkpoint.Edge.Journaling;

/// <summary>What the journal keeps of entries that it no longer holds.</summary>
/// <param name="First">The first that was purged.</param>
/// <param name="Last">The last.</param>
/// <param name="At">When, by the box's wall clock.</param>
/// <param name="Link">The last one's link in the chain.</param>
sealed record PurgeRecord(long First, long Last, DateTimeOffset At, EntryHash Link);
