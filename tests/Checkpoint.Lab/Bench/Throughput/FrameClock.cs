namespace Checkpoint.Lab.Bench.Throughput;

/// <summary>Real time on which a simulated camera of ten frames a second takes fifteen.</summary>
sealed class FrameClock : TimeProvider
{
    const double Shorter = 10.0 / 15.0;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Shorten(dueTime), Shorten(period));

    static TimeSpan Shorten(TimeSpan wait) => wait <= TimeSpan.Zero ? wait : wait * Shorter;
}
