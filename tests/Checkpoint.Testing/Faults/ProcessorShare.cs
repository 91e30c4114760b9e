using System.Globalization;

namespace Checkpoint.Testing.Faults;

/// <summary>Keeps programs to one processor (taskset(1)), so that those of another machine do not take the time of this one's.</summary>
public static class ProcessorShare
{
    /// <summary>What starts a program on one processor, before its own name and arguments.</summary>
    /// <param name="processor">From 0.</param>
    public static IReadOnlyList<string> Launcher(int processor) => ["taskset", "-c", processor.ToString(CultureInfo.InvariantCulture)];

    /// <summary>Moves a process with all its threads; what they start later follows.</summary>
    /// <exception cref="InvalidOperationException">It cannot be moved.</exception>
    public static Task MoveAsync(int process, int processor, CancellationToken cancel) => SystemTool.RunAsync(
        "taskset", ["-a", "-c", "-p", processor.ToString(CultureInfo.InvariantCulture), process.ToString(CultureInfo.InvariantCulture)], cancel);

    /// <summary>Has a process give way to others: a third of the time beside one that does not, and all of it beside none (nice(2) 5).</summary>
    /// <exception cref="InvalidOperationException">It cannot be done.</exception>
    public static Task YieldAsync(int process, CancellationToken cancel) =>
        SystemTool.RunAsync("renice", ["-n", "5", "-p", process.ToString(CultureInfo.InvariantCulture)], cancel);
}
