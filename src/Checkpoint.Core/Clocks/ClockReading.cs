using Checkpoint.Journaling;

namespace Checkpoint.Clocks;

/// <summary>What the box's clocks say at one moment.</summary>
/// <param name="Mono">Time since the program started; nothing can step it.</param>
/// <param name="Wall">The system's clock, UTC.</param>
/// <param name="Claim">How the system says that it keeps that clock; never <see cref="ClockQuality.Unknown"/>.</param>
public readonly record struct ClockReading(TimeSpan Mono, DateTimeOffset Wall, ClockQuality Claim);
