using Checkpoint.Journaling;
using Checkpoint.Passes;

namespace Checkpoint.Edge;

/// <summary>The gate's time: elapsed time that nothing can step, and a wall clock with a judgement of it.</summary>
/// <param name="clock">Where time comes from.</param>
/// <param name="synchronized">A file that exists once a time server has set the clock, as systemd-timesyncd makes it.</param>
sealed class GateClock(TimeProvider clock, string synchronized = GateClock.TimesyncMark)
{
    const string TimesyncMark = "/run/systemd/timesync/synchronized";

    /// <summary>Before this the program did not exist, so a clock that says so is wrong.</summary>
    public static readonly DateTimeOffset BuiltAfter = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    // How far each kind of clock can be from the truth. A time server holds it within a second; nobody looks at a minute's margin.
    static readonly TimeSpan SyncedError = TimeSpan.FromSeconds(30);

    // 20 ppm of a cheap crystal are 5 minutes in half a year without a time server.
    static readonly TimeSpan RtcError = TimeSpan.FromMinutes(5);

    // Carried over a power cut: the time that the box was off is missing, an evening's at most is supposed.
    static readonly TimeSpan EstimatedError = TimeSpan.FromMinutes(15);

    readonly long start = clock.GetTimestamp();
    long floor = BuiltAfter.UtcTicks;

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
    public ClockQuality Quality => clock.GetUtcNow() < Floor
        ? ClockQuality.Unknown
        : File.Exists(synchronized) ? ClockQuality.Synced : ClockQuality.Estimated;

    /// <summary>What must already be past, UTC: a clock set back behind it cannot make an expired pass valid.</summary>
    public DateTimeOffset Floor => new(Interlocked.Read(ref floor), TimeSpan.Zero);

    /// <summary>The time to judge passes at.</summary>
    public CheckTime CheckTime
    {
        get
        {
            var (now, quality) = (Wall, Quality);
            return new(now < Floor ? Floor : now, quality, ErrorOf(quality));
        }
    }

    /// <summary>Learns of something that is already past, such as the newest entry or signed list. Thread-safe; never lowers the floor.</summary>
    public void Raise(DateTimeOffset past)
    {
        for (var known = Interlocked.Read(ref floor); past.UtcTicks > known;)
            known = Interlocked.CompareExchange(ref floor, past.UtcTicks, known) is var seen && seen == known ? past.UtcTicks : seen;
    }

    /// <summary>Wall clock with the offset of this place; null if it is not to be trusted.</summary>
    public DateTimeOffset? Local => Quality == ClockQuality.Unknown ? null : ToLocal(Wall);

    /// <summary>A moment with the offset of this place.</summary>
    public DateTimeOffset ToLocal(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, clock.LocalTimeZone);

    /// <summary>Stamps an entry of the journal that is open the <paramref name="boot"/>-th time.</summary>
    public EntryStamp Stamp(int boot) => new(boot, Elapsed, Wall, Quality);

    /// <summary>Local time of day, such as 08:02, of a moment since the program started.</summary>
    public string TimeOfDay(TimeSpan at) => TimeZoneInfo.ConvertTime(Wall - (Elapsed - at), clock.LocalTimeZone)
        .ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    static TimeSpan ErrorOf(ClockQuality quality) => quality switch
    {
        ClockQuality.Synced => SyncedError,
        ClockQuality.Rtc => RtcError,
        _ => EstimatedError,
    };
}
