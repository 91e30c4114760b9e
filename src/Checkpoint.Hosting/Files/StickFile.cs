using Checkpoint.Hosting.Native;

namespace Checkpoint.Hosting.Files;

/// <summary>A file on a stick that a stranger may have filled: read no further than a bound, and never through a link.</summary>
public static class StickFile
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="most">Bytes at most; one more is read, so that whoever looks sees that it is too large.</param>
    /// <returns>The content, or null if it is a link, a folder, a pipe or a device.</returns>
    /// <exception cref="IOException">The stick does not give it: taken out, or damaged.</exception>
    public static byte[]? TryRead(string path, int most)
    {
        if (new FileInfo(path) is not { Exists: true, LinkTarget: null })
            return null;
        using var file = Posix.OpenItself(path);
        long length;
        try
        {
            length = RandomAccess.GetLength(file);
        }
        catch (NotSupportedException)
        {
            return null; // nothing that can be read to an end
        }

        var content = new byte[(int)Math.Min(length, (long)most + 1)];
        var filled = 0;
        while (filled < content.Length && RandomAccess.Read(file, content.AsSpan(filled), filled) is var read and > 0)
            filled += read;
        return content[..filled];
    }
}
