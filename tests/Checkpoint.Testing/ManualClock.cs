namespace Checkpoint.Testing;

/// <summary>A clock that moves only when told, and fires due timers as it moves. Other threads may set timers meanwhile.</summary>
public sealed class ManualClock(DateTimeOffset start) : TimeProvider
{
    readonly Lock set = new();
    readonly List<ManualTimer> timers = [];
    DateTimeOffset now = start;
    TimeSpan stepped;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How many timers are set.</summary>
    public int Waiting
    {
        get
        {
            lock (set)
                return timers.Count;
        }
    }

    public override DateTimeOffset GetUtcNow() => now + stepped;

    public override long GetTimestamp() => now.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Sets the wall clock to another time, as a person or a time server does it; no time passes.</summary>
    public void Step(TimeSpan by) => stepped += by;

    /// <summary>Moves time forward, firing every timer that falls due, in order.</summary>
    public void Advance(TimeSpan by)
    {
        var target = now + by;
        while (FirstDue(target) is { } next)
        {
            now = next.Due > now ? next.Due : now;
            next.Fire();
        }

        now = target;
    }

    ManualTimer? FirstDue(DateTimeOffset target)
    {
        lock (set)
            return timers.Where(t => t.Due <= target).MinBy(t => t.Due);
    }

    sealed class ManualTimer(ManualClock clock, Action fire) : ITimer
    {
        TimeSpan period;

        public DateTimeOffset Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.set)
            {
                clock.timers.Remove(this);
                this.period = period;
                if (dueTime == Timeout.InfiniteTimeSpan)
                    return true;
                Due = clock.now + dueTime;
                clock.timers.Add(this);
                return true;
            }
        }

        public void Fire()
        {
            Dispose();
            if (period > TimeSpan.Zero)
                Change(period, period);
            fire();
        }

        public void Dispose()
        {
            lock (clock.set)
                clock.timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
