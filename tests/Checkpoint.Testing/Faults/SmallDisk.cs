using System.Globalization;

namespace Checkpoint.Testing.Faults;

/// <summary>A disk of its own, small enough to be filled: tmpfs, which only root may mount.</summary>
public sealed class SmallDisk : IAsyncDisposable
{
    const string Ballast = "ballast";

    readonly string folder;

    SmallDisk(string folder) => this.folder = folder;

    /// <summary>Whether this user may mount one.</summary>
    public static bool IsPossible => Environment.IsPrivilegedProcess;

    /// <summary>Mounts an empty one.</summary>
    /// <param name="folder">Where; the folder exists and is empty.</param>
    /// <param name="megabytes">Its size.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="InvalidOperationException">It cannot be mounted.</exception>
    public static async Task<SmallDisk> MountAsync(string folder, int megabytes, CancellationToken cancel)
    {
        var size = string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m");
        await SystemTool.RunAsync("mount", ["-t", "tmpfs", "-o", size, "tmpfs", folder], cancel);
        return new(folder);
    }

    /// <summary>Leaves not a byte free.</summary>
    public void Fill()
    {
        using var file = new FileStream(Path.Combine(folder, Ballast), FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
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
    public void Free() => File.Delete(Path.Combine(folder, Ballast));

    /// <summary>Lets nobody write. Possible while nobody has a file open for writing.</summary>
    /// <exception cref="InvalidOperationException">Somebody has.</exception>
    public Task ProtectAsync(CancellationToken cancel) => SystemTool.RunAsync("mount", ["-o", "remount,ro", folder], cancel);

    /// <summary>Lets people write again.</summary>
    public Task UnprotectAsync(CancellationToken cancel) => SystemTool.RunAsync("mount", ["-o", "remount,rw", folder], cancel);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await SystemTool.TryAsync("umount", ["-l", folder], CancellationToken.None);
}
