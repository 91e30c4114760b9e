using System.Globalization;

namespace Checkpoint.Lab.Journals;

/// <summary>Bytes that this process has handed to the kernel and taken from it, cached or not (proc_pid_io(5)).</summary>
/// <param name="Read">By read calls.</param>
/// <param name="Written">By write calls.</param>
readonly record struct ProcessIo(long Read, long Written)
{
    /// <summary>Up to now.</summary>
    public static ProcessIo Now()
    {
        var lines = File.ReadAllLines("/proc/self/io");
        return new(Figure("rchar: "), Figure("wchar: "));

        long Figure(string name) => long.Parse(
            lines.Single(line => line.StartsWith(name, StringComparison.Ordinal)).AsSpan(name.Length), CultureInfo.InvariantCulture);
    }

    /// <summary>Since an earlier moment.</summary>
    public ProcessIo Since(ProcessIo before) => new(Read - before.Read, Written - before.Written);
}
