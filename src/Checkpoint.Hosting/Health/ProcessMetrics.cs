namespace Checkpoint.Hosting.Health;

/// <summary>The metrics that every process has, under Prometheus's customary names (Linux only, from /proc/self).</summary>
public static class ProcessMetrics
{
    const string OpenFiles = "/proc/self/fd";

    /// <summary>Adds resident memory, open files, and the time since this call.</summary>
    public static void AddTo(Metrics metrics, TimeProvider clock)
    {
        var start = clock.GetTimestamp();
        metrics.Gauge("process_resident_memory_bytes", "Resident memory size in bytes.", () => Environment.WorkingSet);
        metrics.Gauge("process_open_fds", "Open file descriptors.", () => Directory.EnumerateFileSystemEntries(OpenFiles).Count());
        metrics.Gauge("process_uptime_seconds", "Time since the program started.", () => clock.GetElapsedTime(start).TotalSeconds);
    }
}
