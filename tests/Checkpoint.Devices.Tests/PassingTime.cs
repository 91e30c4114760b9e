using Checkpoint.Testing;

namespace Checkpoint.Devices;

/// <summary>Time that passes for what waits on it.</summary>
static class PassingTime
{
    const int MostSteps = 100_000;
    static readonly TimeSpan Step = TimeSpan.FromMilliseconds(1);

    /// <summary>Lets time pass until something is done, and hands on how it ended.</summary>
    public static async Task PassAsync(this ManualClock clock, Task task)
    {
        for (var step = 0; step < MostSteps && !task.IsCompleted; step++)
        {
            clock.Advance(Step);
            await Task.Yield();
        }

        task.IsCompleted.ShouldBeTrue("it waits for something other than time");
        await task;
    }
}
