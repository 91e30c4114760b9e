using System.Diagnostics;
using Checkpoint.Testing;

namespace Checkpoint.Edge;

/// <summary>A disk of its own, small enough to be filled: tmpfs, which only root may mount.</summary>
sealed class MountedDisk : IDisposable
{
    /// <summary>For <c>Assert.SkipUnless(MountedDisk.IsPossible, MountedDisk.WhySkipped)</c>.</summary>
    public const string WhySkipped = "Only root may mount a small disk to fill it.";

    const string Ballast = "ballast";

    readonly TempFolder folder = new();

    /// <summary>Mounts an empty one.</summary>
    /// <param name="kilobytes">Its size.</param>
    public MountedDisk(int kilobytes) => Run("mount", "-t", "tmpfs", "-o", $"size={kilobytes}k", "tmpfs", folder.Path);

    /// <summary>Whether this user may mount.</summary>
    public static bool IsPossible { get; } = Environment.IsPrivilegedProcess;

    /// <summary>A file on it.</summary>
    public string this[string name] => folder[name];

    /// <summary>Leaves not a byte free.</summary>
    public void Fill()
    {
        using var file = new FileStream(this[Ballast], FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var block = new byte[4096];
        try
        {
            while (true)
                file.Write(block);
        }
        catch (IOException)
        {
            // That was the last one.
        }
    }

    /// <summary>Takes the ballast away again.</summary>
    public void Free() => File.Delete(this[Ballast]);

    public void Dispose()
    {
        Run("umount", "-l", folder.Path);
        folder.Dispose();
    }

    static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, program);
    }
}
