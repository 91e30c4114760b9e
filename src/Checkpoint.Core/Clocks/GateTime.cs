using Checkpoint.Journaling;

namespace Checkpoint.Clocks;

/// <summary>The gate's time at one moment.</summary>
/// <param name="Mono">Time since the program started.</param>
/// <param name="Wall">The best that is known, UTC.</param>
/// <param name="Quality">How far it can be trusted.</param>
/// <param name="Error">It lies within this of the truth, either way; meaningless if the quality is <see cref="ClockQuality.Unknown"/>.</param>
public readonly record struct GateTime(TimeSpan Mono, DateTimeOffset Wall, ClockQuality Quality, TimeSpan Error);
