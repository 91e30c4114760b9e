using Checkpoint.Journaling;

namespace Checkpoint.Ledgers;

/// <summary>
/// When an entry really was: a box that learns the time later can say what time it was before, because its monotonic clock ran all along.
/// Each entry goes by the best clock that its start ever had, and among equals by the one that it had soonest after. Pure, and the same
/// whatever order entries arrive in.
/// </summary>
public static class RetimingRule
{
    /// <summary>The anchor that an entry goes by.</summary>
    /// <param name="mono">Its moment, milliseconds since that start of the program; null if it does not say.</param>
    /// <param name="clock">The clock that it was made under; null if it does not say.</param>
    /// <param name="anchors">What the same start of the program says of its clock.</param>
    /// <returns>Null if its own time is the best there is.</returns>
    public static ClockAnchor? For(long? mono, ClockQuality? clock, IEnumerable<ClockAnchor> anchors) =>
        mono is { } at && clock is { } own
            ? anchors.Where(anchor => anchor.IsPlausible && anchor.Mono >= at && anchor.Clock > own)
                .OrderByDescending(anchor => anchor.Clock).ThenBy(anchor => anchor.Mono).Select(anchor => (ClockAnchor?)anchor).FirstOrDefault()
            : null;
}
