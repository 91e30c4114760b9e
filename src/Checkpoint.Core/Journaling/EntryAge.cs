namespace Checkpoint.Journaling;

/// <summary>How old an entry is, as it says itself.</summary>
/// <param name="Seq">Its number.</param>
/// <param name="Wall">Wall clock when it was made; may be wrong.</param>
/// <param name="Clock">How far that can be trusted.</param>
public readonly record struct EntryAge(long Seq, DateTimeOffset Wall, ClockQuality Clock);
