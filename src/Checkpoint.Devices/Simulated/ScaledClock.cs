namespace Checkpoint.Devices.Simulated;

/// <summary>A clock on which time runs faster than on another, for long measurements in little time. Thread-safe.</summary>
/// <remarks>
/// A timer never fires early. Underneath it is rounded up to a whole millisecond of the other clock, so at a speed of 100 every wait
/// is a multiple of 100 ms.
/// </remarks>
public sealed class ScaledClock : TimeProvider
{
    /// <summary>The greatest speed: above it, a millisecond timer is too coarse for the gate's waits.</summary>
    public const int MaxSpeed = 100;

    static readonly TimeSpan Grain = TimeSpan.FromMilliseconds(1);

    readonly TimeProvider real;
    readonly int speed;
    readonly long startTimestamp;
    readonly DateTimeOffset startUtc;

    /// <summary>Starts the clock at the other clock's present time.</summary>
    /// <param name="real">The clock that runs at its natural speed.</param>
    /// <param name="speed">How many times faster this one runs, 1 … <see cref="MaxSpeed"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="speed"/> is out of range.</exception>
    public ScaledClock(TimeProvider real, int speed)
    {
        if (speed is < 1 or > MaxSpeed)
            throw new ArgumentOutOfRangeException(nameof(speed), speed, $"Expected 1 to {MaxSpeed}.");
        this.real = real;
        this.speed = speed;
        startTimestamp = real.GetTimestamp();
        startUtc = real.GetUtcNow();
    }

    /// <inheritdoc/>
    public override long TimestampFrequency => real.TimestampFrequency;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => real.LocalTimeZone;

    /// <inheritdoc/>
    public override long GetTimestamp() => startTimestamp + ((real.GetTimestamp() - startTimestamp) * speed);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => startUtc + ((real.GetUtcNow() - startUtc) * speed);

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new ScaledTimer(this, real.CreateTimer(callback, state, Shorten(dueTime), Shorten(period)));

    TimeSpan Shorten(TimeSpan wait)
    {
        if (wait <= TimeSpan.Zero)
            return wait; // "at once" and "never" are the same at every speed
        var grains = Math.Ceiling(wait / (Grain * speed));
        return Grain * grains;
    }

    sealed class ScaledTimer(ScaledClock clock, ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(clock.Shorten(dueTime), clock.Shorten(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
