using Checkpoint.Hosting.Native;

namespace Checkpoint.Hosting.Files;

/// <summary>Files that are whole or not there, whenever the power goes.</summary>
public static class DurableFile
{
    internal const string Unfinished = ".part";

    /// <summary>Writes a file: first beside its place, flushed, then renamed, and the folder flushed. What was there is replaced.</summary>
    /// <exception cref="IOException">It could not be written; what was there is as it was.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content) => Write(path, content, new() { Mode = FileMode.Create, Access = FileAccess.Write });

    /// <summary>The same, readable by its owner alone.</summary>
    /// <exception cref="IOException">It could not be written; what was there is as it was.</exception>
    public static void WriteSecret(string path, ReadOnlySpan<byte> content)
    {
        File.Delete(path + Unfinished); // one that is there would keep its mode
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (OperatingSystem.IsLinux())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Write(path, content, options);
    }

    static void Write(string path, ReadOnlySpan<byte> content, FileStreamOptions options)
    {
        var part = path + Unfinished;
        using (var file = new FileStream(part, options))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        File.Move(part, path, overwrite: true);
        Posix.FlushFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    /// <summary>Makes a file of zeros that has its blocks on the disk; what was there is replaced.</summary>
    /// <exception cref="IOException">There is no room, or it cannot be written; then it is not there.</exception>
    public static void Allocate(string path, long bytes)
    {
        var isWhole = false;
        try
        {
            using var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write);
            Posix.Allocate(file, bytes, path);
            RandomAccess.FlushToDisk(file);
            isWhole = true;
        }
        catch (UnauthorizedAccessException error)
        {
            throw new IOException(error.Message, error);
        }
        finally
        {
            if (!isWhole)
                File.Delete(path);
        }

        Posix.FlushFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    /// <summary>Removes a file, for good; does nothing if it is not there.</summary>
    /// <exception cref="IOException">It could not be removed.</exception>
    public static void Remove(string path)
    {
        File.Delete(path);
        Posix.FlushFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }
}
