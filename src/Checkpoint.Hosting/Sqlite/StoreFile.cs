using System.Globalization;
using Checkpoint.Hosting.Native;

namespace Checkpoint.Hosting.Sqlite;

/// <summary>The files that make one SQLite store: the database, its write-ahead log and its shared memory.</summary>
public static class StoreFile
{
    /// <summary>What the name of a store that was moved aside is followed by, in an empty file beside it, once all that it held is delivered.</summary>
    public const string DeliveredSuffix = ".delivered";

    const string AsideMark = ".bad-";

    static readonly string[] Suffixes = ["", "-wal", "-shm"];

    /// <summary>
    /// Renames the store's files to <c>&lt;path&gt;.bad-&lt;UTC&gt;</c>, so that a new one can begin and the old one can be examined.
    /// Nothing is deleted. The store must be closed.
    /// </summary>
    /// <returns>Where the database is now; the log is beside it, so that it can be opened for rescue.</returns>
    /// <exception cref="IOException">A file could not be renamed.</exception>
    public static string MoveAside(string path, TimeProvider clock)
    {
        var target = Unused($"{path}{AsideMark}{clock.GetUtcNow().UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}");
        foreach (var suffix in Suffixes.Where(s => File.Exists(path + s)))
            File.Move(path + suffix, target + suffix);

        Posix.FlushFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
        return target;
    }

    /// <summary>The stores that were moved aside and are kept, oldest first.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public static IReadOnlyList<string> Aside(string path)
    {
        var full = Path.GetFullPath(path);
        var stem = full + AsideMark;
        return
        [
            .. Directory.EnumerateFiles(Path.GetDirectoryName(full)!, $"{Path.GetFileName(stem)}*")
                .Where(file => !file.AsSpan(stem.Length).Contains('.') && !Array.Exists(Suffixes[1..], suffix => file.EndsWith(suffix, StringComparison.Ordinal)))
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Those of them whose content is not known to be delivered, oldest first.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public static IEnumerable<string> Undelivered(string path) => Aside(path).Where(file => !File.Exists(file + DeliveredSuffix));

    static string Unused(string wanted)
    {
        var name = wanted;
        for (var i = 2; Array.Exists(Suffixes, s => File.Exists(name + s)); i++)
            name = string.Create(CultureInfo.InvariantCulture, $"{wanted}-{i}");
        return name;
    }
}
