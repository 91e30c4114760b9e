using System.Globalization;
using Checkpoint.Clocks;
using Checkpoint.Devices;
using Checkpoint.Devices.Clocks;
using Checkpoint.Journaling;
using Checkpoint.Passes;

namespace Checkpoint.Edge;

/// <summary>The gate's time: elapsed time that nothing can step, and a wall clock with a judgement of it. Thread-safe; nothing here waits.</summary>
/// <param name="clock">Where time comes from.</param>
/// <param name="source">Says how the wall clock of <paramref name="clock"/> is kept.</param>
sealed class GateClock(TimeProvider clock, IClockSource source)
{
    /// <summary>Before this the program did not exist, so a clock that says so is wrong.</summary>
    public static readonly DateTimeOffset BuiltAfter = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Turns of the clock that wait to be written down; then a newer one is dropped.</summary>
    public const int MaxChanges = 8;

    // Reading two clocks takes a microsecond. A process that was stopped in between reads them again, or it would find a step.
    const int MaxReadings = 3;
    static readonly TimeSpan Together = TimeSpan.FromMilliseconds(100);

    readonly Lock looking = new();
    readonly long start = clock.GetTimestamp();
    readonly Queue<ClockChange> changes = new();
    ClockState state = new(BuiltAfter);
    HubOffset? hub;

    /// <summary>The time of this machine, for a command beside the service.</summary>
    public static GateClock OfThisMachine() => new(TimeProvider.System, new SystemClockSource(TimeProvider.System));

    /// <summary>Time since the program started.</summary>
    public TimeSpan Elapsed => clock.GetElapsedTime(start);

    /// <summary>The gate's time now.</summary>
    public GateTime Now
    {
        get
        {
            lock (looking)
                return Look();
        }
    }

    /// <summary>Wall clock, UTC, whole milliseconds.</summary>
    public DateTimeOffset Wall => WholeMilliseconds(Now.Wall);

    /// <summary>How far <see cref="Wall"/> can be trusted.</summary>
    public ClockQuality Quality => Now.Quality;

    /// <summary>What must already be past, UTC: a clock set back behind it cannot make an expired pass valid.</summary>
    public DateTimeOffset Floor
    {
        get
        {
            lock (looking)
                return state.Floor;
        }
    }

    /// <summary>The time to judge passes at.</summary>
    public CheckTime CheckTime
    {
        get
        {
            lock (looking)
            {
                var now = Look();
                return new(WholeMilliseconds(now.Wall < state.Floor ? state.Floor : now.Wall), now.Quality, now.Error);
            }
        }
    }

    /// <summary>Wall clock with the offset of this place; null if it is not to be trusted.</summary>
    public DateTimeOffset? Local => Now is { Quality: not ClockQuality.Unknown } now ? ToLocal(WholeMilliseconds(now.Wall)) : null;

    /// <summary>The hub's clock less the gate's, as its receipts tell; null before the first. Shown, and nothing is decided by it.</summary>
    public TimeSpan? HubLead
    {
        get
        {
            lock (looking)
                return hub?.From(Look());
        }
    }

    /// <summary>Learns of something signed, which is past. Never lowers the floor.</summary>
    public void Raise(DateTimeOffset past)
    {
        lock (looking)
            state = state.WithProven(past);
    }

    /// <summary>Learns of an entry that was made under a clock that something answered for. Never lowers the floor.</summary>
    public void Saw(DateTimeOffset past)
    {
        lock (looking)
            state = state.WithSeen(past);
    }

    /// <summary>Learns what time the hub says it is.</summary>
    public void HubSaid(DateTimeOffset time)
    {
        lock (looking)
            hub = HubOffset.Learn(hub, Elapsed, time);
    }

    /// <summary>The oldest turn of the clock that is not written down yet, or null.</summary>
    public ClockChange? PeekChange()
    {
        lock (looking)
        {
            Look();
            return changes.TryPeek(out var change) ? change : null;
        }
    }

    /// <summary>Forgets the oldest turn of the clock.</summary>
    public void ForgetChange()
    {
        lock (looking)
            changes.TryDequeue(out _);
    }

    /// <summary>A moment with the offset of this place.</summary>
    public DateTimeOffset ToLocal(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, clock.LocalTimeZone);

    /// <summary>Stamps an entry of the journal that is open the <paramref name="boot"/>-th time.</summary>
    public EntryStamp Stamp(int boot)
    {
        var now = Now;
        return new(boot, now.Mono, WholeMilliseconds(now.Wall), now.Quality);
    }

    /// <summary>Local time of day, such as 08:02, of a moment since the program started.</summary>
    public string TimeOfDay(TimeSpan at)
    {
        var now = Now;
        return ToLocal(now.Wall - (now.Mono - at)).ToString("HH:mm", CultureInfo.InvariantCulture);
    }

    // Every look may find that the clock was turned: the first to see it may be whoever stamps an entry.
    GateTime Look()
    {
        var reading = Read();
        var step = ClockMachine.Look(state, reading);
        state = step.Next;
        if (step.Change is { } change && changes.Count < MaxChanges)
            changes.Enqueue(change);
        return state.At(reading.Mono);
    }

    ClockReading Read()
    {
        for (var left = MaxReadings; ; left--)
        {
            var before = Elapsed;
            var wall = clock.GetUtcNow();
            var after = Elapsed;
            if (after - before <= Together || left == 1)
                return new(after, wall, source.Claim(wall));
        }
    }

    static DateTimeOffset WholeMilliseconds(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMillisecond));
}
