namespace Checkpoint.Testing.Faults;

/// <summary>
/// Has the kernel weigh threads and not sessions (sched(7), autogroup), which only root may. Programs that are started meanwhile give way one by one,
/// as <see cref="ProcessorShare.IdleAsync"/> says: within a session of their own they would give way to each other only, and the
/// kernel's threads wait for as long as anybody's.
/// </summary>
public sealed class FlatScheduling : IDisposable
{
    const string Setting = "/proc/sys/kernel/sched_autogroup_enabled";

    readonly string? before;

    /// <summary>Begins; kernels without sessions' groups are flat already.</summary>
    public FlatScheduling()
    {
        if (!File.Exists(Setting))
            return;
        before = File.ReadAllText(Setting);
        File.WriteAllText(Setting, "0");
    }

    /// <summary>Puts it back as it was.</summary>
    public void Dispose()
    {
        if (before is not null)
            File.WriteAllText(Setting, before);
    }
}
