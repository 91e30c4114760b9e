namespace Checkpoint.Signals.Announcing;

/// <summary>An announcement that is due.</summary>
/// <param name="Number">Its place in the schedule.</param>
/// <param name="Slot">The local time that it is due at.</param>
public readonly record struct AnnouncementDue(int Number, DateTime Slot);
