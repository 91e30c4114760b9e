using Checkpoint.Journaling;

namespace Checkpoint.Clocks;

/// <summary>What the gate knows of time. Between two looks, and whenever the system's clock is not to be believed, time goes on by itself.</summary>
public sealed record ClockState
{
    /// <summary>A clock later than this after the program was built is broken: no box runs so long without a newer program.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(20 * 365);

    /// <summary>A cheap crystal in a cold box: 100 ppm, nine seconds a day.</summary>
    public const double Drift = 100e-6;

    // How far each kind of clock can be from the truth. A time server holds it within a second; nobody looks at a minute's margin.
    static readonly TimeSpan SyncedError = TimeSpan.FromSeconds(30);

    // 20 ppm of a good crystal are 5 minutes in half a year without a time server.
    static readonly TimeSpan RtcError = TimeSpan.FromMinutes(5);

    // Carried over a power cut: the time that the box was off is missing, an evening's at most is supposed.
    static readonly TimeSpan EstimatedError = TimeSpan.FromMinutes(15);

    /// <summary>Knows only when the program was built.</summary>
    /// <param name="built">The program did not exist before.</param>
    public ClockState(DateTimeOffset built) => (Built, Proven, Seen) = (built, built, built);

    /// <summary>Before this the program did not exist.</summary>
    public DateTimeOffset Built { get; }

    /// <summary>What is past by a signature: the newest signed list. Never given up.</summary>
    public DateTimeOffset Proven { get; private init; }

    /// <summary>What is past because an entry was made then under a clock that something answered for. That something may have been wrong.</summary>
    public DateTimeOffset Seen { get; private init; }

    /// <summary>What must already be past: a clock set back behind it cannot make an expired pass valid.</summary>
    public DateTimeOffset Floor => Proven > Seen ? Proven : Seen;

    /// <summary>Where the gate's time was last tied to the system's clock; null before the first look.</summary>
    internal ClockReading? Tie { get; init; }

    /// <summary>Whether a time server has set the clock since the program started.</summary>
    internal bool WasSynced => Tie is { Claim: ClockQuality.Synced };

    /// <summary>Since when a time server says something that cannot be, and by how much; null while none does.</summary>
    internal (TimeSpan Since, TimeSpan By)? Dispute { get; init; }

    /// <summary>Since when a time server says a time before <see cref="Seen"/>; null while none does.</summary>
    internal TimeSpan? BehindSince { get; init; }

    /// <summary>Whether somebody set the system's clock away from the battery-backed one, which answers for it no more.</summary>
    internal bool IsBatteryDoubted { get; init; }

    /// <summary>By how much the system's clock was off when that was last refused.</summary>
    internal TimeSpan Refused { get; init; }

    /// <summary>Learns of something signed, which is past. Never lowers the floor.</summary>
    public ClockState WithProven(DateTimeOffset past) => past > Proven ? this with { Proven = past } : this;

    /// <summary>Learns of an entry that was made under a clock that something answered for. Never lowers the floor.</summary>
    public ClockState WithSeen(DateTimeOffset past) => past > Seen && past <= Built + Lifetime ? this with { Seen = past } : this;

    /// <summary>The gate's time.</summary>
    /// <param name="mono">Time since the program started.</param>
    public GateTime At(TimeSpan mono)
    {
        if (Tie is not { } tie)
            return new(mono, Floor, ClockQuality.Unknown, TimeSpan.Zero);
        var wall = Shift(tie.Wall, mono - tie.Mono);
        if (wall < Floor || wall > Built + Lifetime)
            return new(mono, wall, ClockQuality.Unknown, TimeSpan.Zero);
        var (quality, error) = Keeping(tie, mono);
        return new(mono, wall, quality, error);
    }

    /// <summary>Takes back <see cref="Seen"/>: what was seen was seen under a wrong clock.</summary>
    internal ClockState Unseen() => this with { Seen = Proven };

    // A time server's word is good for days: then the crystal may have taken it further than its error.
    (ClockQuality Quality, TimeSpan Error) Keeping(ClockReading tie, TimeSpan mono)
    {
        if (tie.Claim is not ClockQuality.Synced)
            return tie.Claim is ClockQuality.Rtc ? (ClockQuality.Rtc, RtcError) : (ClockQuality.Estimated, EstimatedError);
        var drifted = (mono - tie.Mono) * Drift;
        if (Dispute is not null)
            return (ClockQuality.Estimated, EstimatedError);
        return drifted <= SyncedError ? (ClockQuality.Synced, SyncedError) : (ClockQuality.Estimated, EstimatedError + drifted);
    }

    static DateTimeOffset Shift(DateTimeOffset time, TimeSpan by) =>
        new(Math.Clamp(time.UtcTicks + by.Ticks, DateTimeOffset.MinValue.Ticks, DateTimeOffset.MaxValue.Ticks), TimeSpan.Zero);
}
