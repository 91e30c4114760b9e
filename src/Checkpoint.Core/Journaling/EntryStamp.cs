namespace Checkpoint.Journaling;

/// <summary>When an entry was made, in every way the box can say it.</summary>
/// <param name="Boot">How often the program has started on this journal, from 1.</param>
/// <param name="Monotonic">Time since that start; order and elapsed time go by this.</param>
/// <param name="Wall">Wall clock, UTC, whole milliseconds; may be wrong.</param>
/// <param name="Clock">How far <paramref name="Wall"/> can be trusted.</param>
public readonly record struct EntryStamp(int Boot, TimeSpan Monotonic, DateTimeOffset Wall, ClockQuality Clock);
