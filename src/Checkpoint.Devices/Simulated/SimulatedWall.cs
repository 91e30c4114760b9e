using System.Globalization;
using Checkpoint.Journaling;
using Checkpoint.Wire;

namespace Checkpoint.Devices.Simulated;

/// <summary>
/// A system clock that can be set wrong: a file says by how many seconds, and who answers for it, such as <c>-1209600 estimated</c>. It is
/// read at each look, so that whoever writes it steps the clock. Thread-safe.
/// </summary>
/// <param name="real">The clock that is right.</param>
/// <param name="file">The file; while it is not there, or says nothing that can be read, the clock is as it last was.</param>
public sealed class SimulatedWall(TimeProvider real, string file) : TimeProvider, IClockSource
{
    readonly Lock reading = new();
    (TimeSpan By, ClockQuality Claim) now = (TimeSpan.Zero, ClockQuality.Synced);

    /// <inheritdoc/>
    public override long TimestampFrequency => real.TimestampFrequency;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => real.LocalTimeZone;

    /// <inheritdoc/>
    public override long GetTimestamp() => real.GetTimestamp();

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => real.GetUtcNow() + Read().By;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        real.CreateTimer(callback, state, dueTime, period);

    /// <inheritdoc/>
    public ClockQuality Claim(DateTimeOffset wall) => Read().Claim;

    (TimeSpan By, ClockQuality Claim) Read()
    {
        lock (reading)
            return now = TryRead() ?? now;
    }

    (TimeSpan By, ClockQuality Claim)? TryRead()
    {
        try
        {
            return File.ReadAllText(file).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [var by, var claim]
                && long.TryParse(by, CultureInfo.InvariantCulture, out var seconds) && Math.Abs(seconds) <= TimeSpan.FromDays(200 * 365).TotalSeconds
                && WireName<ClockQuality>.TryParse(claim, out var quality) && quality is not ClockQuality.Unknown
                    ? (TimeSpan.FromSeconds(seconds), quality)
                    : null;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
