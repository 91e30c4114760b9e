using Checkpoint.Journaling;

namespace Checkpoint.Passes;

/// <summary>The time that a pass is judged at, and how far it can be wrong.</summary>
/// <param name="Now">Wall clock, UTC, never before the floor of what must already be past.</param>
/// <param name="Quality">How it is kept.</param>
/// <param name="Error">It lies within this of the truth, either way; meaningless if the quality is <see cref="ClockQuality.Unknown"/>.</param>
public readonly record struct CheckTime(DateTimeOffset Now, ClockQuality Quality, TimeSpan Error);
