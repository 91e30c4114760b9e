using Checkpoint.Journaling;
using Checkpoint.Passes;

namespace Checkpoint.Bundles;

/// <summary>What every bundle says of itself.</summary>
/// <param name="Kind">What it carries.</param>
/// <param name="Version">Its number among its kind, from 1; it only rises.</param>
/// <param name="Issued">When it was signed, UTC, whole seconds.</param>
/// <param name="Expires">
/// From when on it counts as old, UTC; null for never. An old one stays in force, as no network may be the reason, and the box says so.
/// </param>
public sealed record BundleHeader(BundleKind Kind, int Version, DateTimeOffset Issued, DateTimeOffset? Expires = null)
{
    /// <summary>Whole days since it was signed, never below 0; null if the clock is not to be trusted.</summary>
    public int? DaysAt(CheckTime time) =>
        time.Quality == ClockQuality.Unknown ? null : (int)Math.Max(0, (time.Now - Issued).TotalDays);

    /// <summary>Whether it counts as old. The time is never before what must be past, so a clock that is not to be trusted makes no list old.</summary>
    public bool IsOldAt(CheckTime time) => Expires < time.Now;
}
