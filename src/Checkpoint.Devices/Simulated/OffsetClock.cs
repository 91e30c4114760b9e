using System.Globalization;

namespace Checkpoint.Devices.Simulated;

/// <summary>
/// A clock whose wall time is off by what a file says, as somebody, a flat battery or a broken time server set it. The file is looked at once
/// a second. Elapsed time is not touched. Thread-safe.
/// </summary>
/// <param name="real">The true time.</param>
/// <param name="file">Holds a whole number of seconds; while it does not, the last number stands, at first none.</param>
public sealed class OffsetClock(TimeProvider real, string file) : TimeProvider
{
    static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    readonly Lock looking = new();
    long? lookedAt;
    TimeSpan offset;

    /// <inheritdoc/>
    public override long TimestampFrequency => real.TimestampFrequency;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => real.LocalTimeZone;

    /// <inheritdoc/>
    public override long GetTimestamp() => real.GetTimestamp();

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => real.GetUtcNow() + Offset();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        real.CreateTimer(callback, state, dueTime, period);

    TimeSpan Offset()
    {
        lock (looking)
        {
            if (lookedAt is { } last && real.GetElapsedTime(last) < Look)
                return offset;
            lookedAt = real.GetTimestamp();
            if (File.Exists(file) && long.TryParse(File.ReadAllText(file), NumberStyles.Integer, CultureInfo.InvariantCulture, out var seconds))
                offset = TimeSpan.FromSeconds(seconds);
            return offset;
        }
    }
}
