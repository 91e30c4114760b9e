using System.Globalization;

namespace Checkpoint.Testing.Programs;

/// <summary>The code readers that a gate's process has started (proc(5)).</summary>
public static class ScannerChildren
{
    const string Proc = "/proc";

    /// <summary>Those that live, by process id.</summary>
    public static IReadOnlyList<int> Of(int gate) => [.. Directory.EnumerateDirectories(Proc)
        .Select(Path.GetFileName)
        .Where(name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        .Select(name => int.Parse(name!, CultureInfo.InvariantCulture))
        .Where(id => IsChildOf(gate, id) && IsScanner(id))];

    /// <summary>Whether a process is still there; one that has ended and whose end nobody has looked at does not count.</summary>
    public static bool IsAlive(int id) => Read(id, "stat") is { } stat && stat[(stat.LastIndexOf(')') + 2)..][0] is not ('Z' or 'X');

    // pid (name) state ppid …
    static bool IsChildOf(int gate, int id) => Read(id, "stat") is { } stat
        && stat[(stat.LastIndexOf(')') + 2)..].Split(' ') is [not ("Z" or "X"), var parent, ..]
        && int.Parse(parent, CultureInfo.InvariantCulture) == gate;

    static bool IsScanner(int id) => Read(id, "cmdline") is { } line && line.EndsWith("checkpoint-edge.dll\0scan\0", StringComparison.Ordinal);

    static string? Read(int id, string file)
    {
        try
        {
            return File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"{Proc}/{id}/{file}"));
        }
        catch (IOException)
        {
            return null; // it is gone
        }
    }
}
