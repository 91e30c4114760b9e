using Checkpoint.Journaling;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Web;

/// <summary>How the gate's time is kept.</summary>
/// <param name="Time">The gate's time, UTC.</param>
/// <param name="Quality">How far it can be trusted: <c>synced</c>, <c>rtc</c>, <c>estimated</c> or <c>unknown</c>.</param>
/// <param name="ErrorSeconds">It lies within this of the truth, either way; null if nothing is known.</param>
/// <param name="HubLeadSeconds">The hub's clock less the gate's, as its receipts tell; null before the first. Nothing is decided by it.</param>
sealed record ClockReply(DateTimeOffset Time, string Quality, long? ErrorSeconds, long? HubLeadSeconds)
{
    /// <summary>As it is now.</summary>
    public static ClockReply Of(GateClock clock)
    {
        var now = clock.CheckTime;
        return new(
            now.Now,
            WireName<ClockQuality>.Of(now.Quality),
            now.Quality is ClockQuality.Unknown ? null : (long)now.Error.TotalSeconds,
            (long?)clock.HubLead?.TotalSeconds);
    }
}
