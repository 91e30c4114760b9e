namespace Checkpoint.Edge.Web;

/// <summary>Today's own entries, newest first; from memory, so none of before the program started.</summary>
/// <param name="Entries">The entries.</param>
sealed record TodayReply(IReadOnlyList<TodayEntryReply> Entries);
