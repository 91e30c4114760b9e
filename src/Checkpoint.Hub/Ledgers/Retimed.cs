using Checkpoint.Journaling;

namespace Checkpoint.Hub.Ledgers;

/// <summary>When an entry really was, and what that was told by.</summary>
/// <param name="Time">UTC.</param>
/// <param name="Mono">The moment of its start at which the box learned the time, milliseconds.</param>
/// <param name="Clock">How far that could be trusted.</param>
sealed record Retimed(DateTimeOffset Time, long Mono, ClockQuality Clock);
