namespace Checkpoint.Devices.Kernel;

/// <summary>What presses buttons and breaks beams: it takes its time, and contacts bounce.</summary>
static class Finger
{
    static readonly TimeSpan BounceTime = TimeSpan.FromMilliseconds(10);
    static readonly TimeSpan HoldTime = TimeSpan.FromMilliseconds(150);

    /// <summary>Brings a line to a level over some bounces.</summary>
    public static async Task BounceAsync(int line, bool up, int bounces, CancellationToken cancel)
    {
        for (var i = 0; i < bounces; i++)
        {
            SimulatedChip.Pull(line, up);
            await PassAsync(BounceTime, cancel);
            SimulatedChip.Pull(line, !up);
            await PassAsync(BounceTime, cancel);
        }

        SimulatedChip.Pull(line, up);
    }

    /// <summary>Holds still.</summary>
    public static Task HoldAsync(CancellationToken cancel) => PassAsync(HoldTime, cancel);

    static async Task PassAsync(TimeSpan time, CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(time);
        await timer.WaitForNextTickAsync(cancel);
    }
}
