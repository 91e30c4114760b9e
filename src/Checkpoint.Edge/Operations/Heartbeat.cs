namespace Checkpoint.Edge.Operations;

/// <summary>Shows that the gate's loop turns; systemd's watchdog is fed only then.</summary>
/// <param name="time">Real time: on a gate whose clock runs faster, a blink would be a silence.</param>
sealed class Heartbeat(TimeProvider time)
{
    long last = time.GetTimestamp();

    /// <summary>The loop turned.</summary>
    public void Beat() => Interlocked.Exchange(ref last, time.GetTimestamp());

    /// <summary>Time since it last did.</summary>
    public TimeSpan Silence => time.GetElapsedTime(Interlocked.Read(ref last));
}
