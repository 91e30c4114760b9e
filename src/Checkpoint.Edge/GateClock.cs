using Checkpoint.Journaling;

namespace Checkpoint.Edge;

/// <summary>The gate's time: elapsed time that nothing can step, and a wall clock with a judgement of it.</summary>
/// <param name="clock">Where time comes from.</param>
/// <param name="synchronized">A file that exists once a time server has set the clock, as systemd-timesyncd makes it.</param>
sealed class GateClock(TimeProvider clock, string synchronized = GateClock.TimesyncMark)
{
    const string TimesyncMark = "/run/systemd/timesync/synchronized";

    // Before this the program did not exist, so a clock that says so is wrong.
    static readonly DateTimeOffset BuiltAfter = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    readonly long start = clock.GetTimestamp();

    /// <summary>Time since the program started.</summary>
    public TimeSpan Elapsed => clock.GetElapsedTime(start);

    /// <summary>Wall clock, UTC, whole milliseconds.</summary>
    public DateTimeOffset Wall
    {
        get
        {
            var now = clock.GetUtcNow();
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
        }
    }

    /// <summary>How far <see cref="Wall"/> can be trusted.</summary>
    public ClockQuality Quality => clock.GetUtcNow() < BuiltAfter
        ? ClockQuality.Unknown
        : File.Exists(synchronized) ? ClockQuality.Synced : ClockQuality.Estimated;

    /// <summary>Stamps an entry of the journal that is open the <paramref name="boot"/>-th time.</summary>
    public EntryStamp Stamp(int boot) => new(boot, Elapsed, Wall, Quality);

    /// <summary>Local time of day, such as 08:02, of a moment since the program started.</summary>
    public string TimeOfDay(TimeSpan at) => TimeZoneInfo.ConvertTime(Wall - (Elapsed - at), clock.LocalTimeZone)
        .ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
