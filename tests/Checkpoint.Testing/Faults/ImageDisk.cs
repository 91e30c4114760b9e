using System.Globalization;

namespace Checkpoint.Testing.Faults;

/// <summary>A disk of its own that waits for its flash as a real one does: ext4 in a file, mounted by the loop device. Root only.</summary>
public sealed class ImageDisk : IAsyncDisposable
{
    const string Ballast = "ballast";

    readonly string image;

    ImageDisk(string image, string folder)
    {
        this.image = image;
        Folder = folder;
    }

    /// <summary>Whether this user may make one, and has the tools.</summary>
    public static bool IsPossible => Environment.IsPrivilegedProcess && File.Exists("/dev/loop-control") && File.Exists("/usr/sbin/mkfs.ext4");

    /// <summary>Where it is mounted.</summary>
    public string Folder { get; }

    /// <summary>The share of it that is in use, 0 … 1.</summary>
    public double Used
    {
        get
        {
            var drive = new DriveInfo(Folder);
            return 1 - ((double)drive.AvailableFreeSpace / drive.TotalSize);
        }
    }

    /// <summary>Makes and mounts an empty one.</summary>
    /// <param name="image">The file; it must not be there.</param>
    /// <param name="folder">Where it is mounted; the folder exists and is empty.</param>
    /// <param name="megabytes">Its size.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="InvalidOperationException">It cannot be made or mounted.</exception>
    public static async Task<ImageDisk> MountAsync(string image, string folder, int megabytes, CancellationToken cancel)
    {
        await SystemTool.RunAsync("truncate", ["-s", string.Create(CultureInfo.InvariantCulture, $"{megabytes}M"), image], cancel);

        // Everything made at once: what mkfs leaves for later would be written while something is measured. Nothing kept for root, who fills it.
        await SystemTool.RunAsync("mkfs.ext4", ["-q", "-F", "-m", "0", "-E", "lazy_itable_init=0,lazy_journal_init=0", image], cancel);
        await SystemTool.RunAsync("mount", ["-o", "loop", image, folder], cancel);
        return new(image, folder);
    }

    /// <summary>Keeps the kernel's thread that writes the disk's own log to one processor, beside those who wait for it.</summary>
    /// <exception cref="InvalidOperationException">It cannot be moved.</exception>
    public async Task KeepToAsync(int processor, CancellationToken cancel)
    {
        var (_, device) = await SystemTool.TryAsync("findmnt", ["--noheadings", "--output", "SOURCE", "--mountpoint", Folder], cancel);
        var (_, thread) = await SystemTool.TryAsync("pgrep", ["--exact", $"jbd2/{Path.GetFileName(device.Trim())}-8"], cancel);
        if (!int.TryParse(thread, CultureInfo.InvariantCulture, out var id))
            throw new InvalidOperationException($"No thread of the kernel's writes the log of {device.Trim()}.");
        await ProcessorShare.MoveAsync(id, processor, cancel);
    }

    /// <summary>Lets nobody write: whoever tries to waits, as for a card that is busy with itself (fsfreeze(8)).</summary>
    /// <exception cref="InvalidOperationException">The kernel refuses.</exception>
    public Task FreezeAsync(CancellationToken cancel) => SystemTool.RunAsync("fsfreeze", ["--freeze", Folder], cancel);

    /// <summary>Lets those who wait write, and everybody else.</summary>
    /// <exception cref="InvalidOperationException">The kernel refuses.</exception>
    public Task ThawAsync(CancellationToken cancel) => SystemTool.RunAsync("fsfreeze", ["--unfreeze", Folder], cancel);

    /// <summary>Gives blocks to a file of ballast until so much is in use.</summary>
    /// <param name="share">0 … 1.</param>
    public void FillTo(double share)
    {
        var drive = new DriveInfo(Folder);
        var ballast = drive.AvailableFreeSpace - (long)(drive.TotalSize * (1 - share));
        using var file = new FileStream(
            Path.Combine(Folder, Ballast),
            new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, PreallocationSize = Math.Max(0, ballast) });
    }

    /// <summary>Takes the ballast away again, and waits until the disk has written so.</summary>
    /// <exception cref="InvalidOperationException">The disk fails.</exception>
    public Task FreeAsync(CancellationToken cancel)
    {
        File.Delete(Path.Combine(Folder, Ballast));
        return SystemTool.RunAsync("sync", ["--file-system", Folder], cancel);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await SystemTool.TryAsync("umount", ["-l", Folder], CancellationToken.None);
        File.Delete(image);
    }
}
