using Checkpoint.Journaling;

namespace Checkpoint.Passes;

/// <summary>The time that something is good for.</summary>
/// <param name="From">First moment, UTC.</param>
/// <param name="Until">First moment after the last, UTC; <see cref="DateTimeOffset.MaxValue"/> for no end.</param>
readonly record struct ValidityWindow(DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>Where a moment lies. The clock may be wrong by its error either way: where that would change the answer, there is none.</summary>
    public Standing At(CheckTime time)
    {
        if (time.Quality == ClockQuality.Unknown)
            return Standing.Unsure;
        var early = Shift(time.Now, -time.Error);
        var late = Shift(time.Now, time.Error);
        if (late < From)
            return Standing.Before;
        if (HasEnded(early))
            return Standing.After;
        return early >= From && !HasEnded(late) ? Standing.Within : Standing.Unsure;
    }

    bool HasEnded(DateTimeOffset time) => Until != DateTimeOffset.MaxValue && time >= Until;

    static DateTimeOffset Shift(DateTimeOffset time, TimeSpan by) => new(
        Math.Clamp(time.UtcTicks + by.Ticks, DateTimeOffset.MinValue.Ticks, DateTimeOffset.MaxValue.Ticks), TimeSpan.Zero);
}
