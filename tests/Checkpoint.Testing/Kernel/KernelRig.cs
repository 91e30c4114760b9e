using Checkpoint.Testing.Faults;
using Checkpoint.Testing.Programs;

namespace Checkpoint.Testing.Kernel;

/// <summary>
/// The kernel rig of tests/rig: Debian's kernel in a small machine under emulation, its root this machine's, read-only. What may not be done to
/// this machine, such as setting its clock, is done to that one.
/// </summary>
public static class KernelRig
{
    /// <summary>Where it is prepared, once.</summary>
    public static string Work { get; } = Path.Combine(ProgramProcess.RepositoryRoot(), ".run", "rig");

    static string Scripts { get; } = Path.Combine(ProgramProcess.RepositoryRoot(), "tests", "rig");

    /// <summary>Fetches kernel and packages, unless they are there.</summary>
    /// <returns>Why guests cannot run here, or null if they can.</returns>
    public static async Task<string?> PrepareAsync(CancellationToken cancel)
    {
        var (code, said) = await SystemTool.TryAsync("bash", [Path.Combine(Scripts, "prepare.sh"), Work], cancel);
        return code == 0 ? null : $"tests/rig/prepare.sh ended with {code}: {said.Trim()}";
    }

    /// <summary>Boots a guest that runs a script.</summary>
    /// <param name="script">A script of tests/rig/guest.</param>
    /// <param name="folder">Shared with the guest, where it is /mnt/out.</param>
    /// <param name="forward">Port of this machine's loopback, and the guest's port that it leads to.</param>
    /// <param name="longest">The guest is ended after this.</param>
    public static GuestMachine Boot(string script, string folder, (int Near, int Guest) forward, TimeSpan longest)
    {
        var network = FormattableString.Invariant($"user,model=virtio-net-pci,hostfwd=tcp:127.0.0.1:{forward.Near}-:{forward.Guest}");
        var process = ProgramProcess.Start(
            ["bash", Path.Combine(Scripts, "boot.sh"), Work, folder, Path.Combine(Scripts, "guest", script), "-nic", network],
            new Dictionary<string, string>(StringComparer.Ordinal) { ["RIG_TIMEOUT"] = FormattableString.Invariant($"{(int)longest.TotalSeconds}") },
            Path.Combine(folder, "console.log"));
        return new(process, Path.Combine(folder, "hand"));
    }
}
