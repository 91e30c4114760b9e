namespace Checkpoint.Edge.Operations;

/// <summary>Shows that the gate's loop turns; systemd's watchdog is fed only then.</summary>
sealed class Heartbeat(GateClock clock)
{
    long last = clock.Elapsed.Ticks;

    /// <summary>The loop turned.</summary>
    public void Beat() => Interlocked.Exchange(ref last, clock.Elapsed.Ticks);

    /// <summary>Time since it last did.</summary>
    public TimeSpan Silence => clock.Elapsed - new TimeSpan(Interlocked.Read(ref last));
}
