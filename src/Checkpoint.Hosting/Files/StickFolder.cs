using System.Text.RegularExpressions;

namespace Checkpoint.Hosting.Files;

/// <summary>A folder on a stick: what is written to it is whole or not there, and what is read from it has a name of ours.</summary>
/// <param name="path">The folder.</param>
public sealed class StickFolder(string path)
{
    /// <summary>Files of one kind that are looked at; the rest waits for the next time.</summary>
    public const int MaxFiles = 1000;

    /// <summary>Room that is left free: a file system needs some for its own.</summary>
    const long SpareBytes = 128 * 1024;

    /// <summary>Names of files that fit, in order.</summary>
    /// <param name="pattern">The whole name.</param>
    /// <exception cref="IOException">The folder is not there or cannot be read.</exception>
    public IReadOnlyList<string> Names(Regex pattern) =>
        [.. Reading(() => Directory.EnumerateFiles(path).Select(file => Path.GetFileName(file)).Where(name => pattern.IsMatch(name)).Order(StringComparer.Ordinal).Take(MaxFiles).ToList())];

    /// <summary>Reads one (<see cref="StickFile"/>).</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public byte[]? TryRead(string name, int most) => Reading(() => StickFile.TryRead(Path.Combine(path, name), most));

    /// <summary>Writes one: whole, flushed and renamed, the folder flushed, or nothing.</summary>
    /// <exception cref="IOException">It is not there; the message says why, and what to do.</exception>
    public void Write(string name, ReadOnlySpan<byte> content)
    {
        var target = Path.Combine(path, name);
        try
        {
            var free = new DriveInfo(Path.GetFullPath(path)).AvailableFreeSpace;
            if (free < content.Length + SpareBytes)
                throw new IOException($"{path}: 空间不足，还差 {content.Length + SpareBytes - free} 字节，请换一个或清理后再试。 Not enough room, {content.Length + SpareBytes - free} bytes short: use another stick, or make room, and try again.");
            DurableFile.Write(target, content);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new IOException($"{path}: 不能写入，请检查写保护开关和挂载方式。 Cannot be written: look at its lock switch, and at how it is mounted. ({error.Message})", error);
        }
        catch (IOException)
        {
            RemovePart(target);
            throw;
        }
    }

    // What is left is no file of ours by its name; a stick that is gone takes it along.
    static void RemovePart(string target)
    {
        try
        {
            File.Delete(target + DurableFile.Unfinished);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The failure before it is the one to tell of.
        }
    }

    T Reading<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (UnauthorizedAccessException error)
        {
            throw new IOException($"{path}: 不能读取，请换用户或检查挂载方式。 Cannot be read: use another user, or look at how it is mounted. ({error.Message})", error);
        }
    }
}
