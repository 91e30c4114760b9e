using System.Globalization;

namespace Checkpoint.Testing.Faults;

/// <summary>Keeps programs to one processor (taskset(1)) and to what others leave of it (chrt(1)), so that those of another machine do not take the time of this one's.</summary>
public static class ProcessorShare
{
    /// <summary>What starts a program on one processor, before its own name and arguments.</summary>
    /// <param name="processor">From 0.</param>
    public static IReadOnlyList<string> Launcher(int processor) => ["taskset", "-c", processor.ToString(CultureInfo.InvariantCulture)];

    /// <summary>Moves a process with all its threads; what they start later follows.</summary>
    /// <exception cref="InvalidOperationException">It cannot be moved.</exception>
    public static Task MoveAsync(int process, int processor, CancellationToken cancel) => SystemTool.RunAsync(
        "taskset", ["-a", "-c", "-p", processor.ToString(CultureInfo.InvariantCulture), process.ToString(CultureInfo.InvariantCulture)], cancel);

    /// <summary>What starts a program that gives way to none, though its parent does.</summary>
    public static IReadOnlyList<string> UnyieldingLauncher { get; } = ["chrt", "-o", "0"];

    /// <summary>Has a process give way to others: a third of the time beside one that does not, and all of it beside none (nice(2) 5).</summary>
    /// <exception cref="InvalidOperationException">It cannot be done.</exception>
    public static Task NiceAsync(int process, CancellationToken cancel) =>
        SystemTool.RunAsync("renice", ["-n", "5", "-p", process.ToString(CultureInfo.InvariantCulture)], cancel);

    /// <summary>Has a process with all its threads run while no other wants to (sched(7), <c>SCHED_IDLE</c>); what they start later does so too.</summary>
    /// <exception cref="InvalidOperationException">It cannot be done.</exception>
    public static Task IdleAsync(int process, CancellationToken cancel) =>
        SystemTool.RunAsync("chrt", ["-a", "-i", "-p", "0", process.ToString(CultureInfo.InvariantCulture)], cancel);
}
