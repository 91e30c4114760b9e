namespace Checkpoint.Testing;

/// <summary>The one place that polls: for what no event announces, such as a foreign process's port.</summary>
public static class Eventually
{
    /// <summary>How long to wait before a test has failed.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    static readonly TimeSpan Period = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits until a condition holds, looking at it now and then. The words are for the message.</summary>
    /// <exception cref="TimeoutException">It did not hold within <see cref="Deadline"/>.</exception>
    public static Task HoldsAsync(Func<bool> condition, string what, CancellationToken cancel) =>
        HoldsAsync(() => Task.FromResult(condition()), what, cancel);

    /// <inheritdoc cref="HoldsAsync(Func{bool}, string, CancellationToken)"/>
    public static Task HoldsAsync(Func<Task<bool>> condition, string what, CancellationToken cancel) =>
        HoldsAsync(condition, what, Deadline, cancel);

    /// <summary>Waits until a condition holds, for what takes longer than most.</summary>
    /// <exception cref="TimeoutException">It did not hold within <paramref name="deadline"/>.</exception>
    public static async Task HoldsAsync(Func<Task<bool>> condition, string what, TimeSpan deadline, CancellationToken cancel)
    {
        var start = TimeProvider.System.GetTimestamp();
        using var timer = new PeriodicTimer(Period);
        while (!await condition())
        {
            if (TimeProvider.System.GetElapsedTime(start) > deadline)
                throw new TimeoutException($"Not within {deadline.TotalSeconds} s: {what}.");
            await timer.WaitForNextTickAsync(cancel);
        }
    }
}
