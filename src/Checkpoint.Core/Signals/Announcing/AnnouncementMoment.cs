namespace Checkpoint.Signals.Announcing;

/// <summary>What announcing depends on at one moment.</summary>
/// <param name="Local">The time of this place; null if the clock is not to be trusted, and then nothing is announced.</param>
/// <param name="Elapsed">Time since the program started: nothing can step it.</param>
/// <param name="IsIdle">Whether nobody is at the gate.</param>
public readonly record struct AnnouncementMoment(DateTime? Local, TimeSpan Elapsed, bool IsIdle);
