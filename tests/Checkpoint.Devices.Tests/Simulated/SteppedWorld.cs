using Checkpoint.Testing;

namespace Checkpoint.Devices.Simulated;

/// <summary>
/// Runs asynchronous code on the test's own thread and a manual clock: everything that is due has happened before time moves on, so a
/// test sees the same order on every run.
/// </summary>
sealed class SteppedWorld : SynchronizationContext
{
    static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);
    readonly Queue<(SendOrPostCallback Call, object? State)> due = [];

    public ManualClock Clock { get; } = new(DateTimeOffset.UnixEpoch);

    /// <summary>Time since the start.</summary>
    public TimeSpan Now => Clock.GetUtcNow() - DateTimeOffset.UnixEpoch;

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (due)
            due.Enqueue((d, state));
    }

    /// <summary>Does something in the world, and everything that follows from it at once.</summary>
    public void Do(Action action)
    {
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            action();
            while (TryTake(out var next))
                next.Call(next.State);
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    /// <summary>Lets time pass.</summary>
    public void Run(TimeSpan time)
    {
        for (var end = Now + time; Now < end;)
            Do(() => Clock.Advance(Step));
    }

    bool TryTake(out (SendOrPostCallback Call, object? State) next)
    {
        lock (due)
            return due.TryDequeue(out next);
    }
}
