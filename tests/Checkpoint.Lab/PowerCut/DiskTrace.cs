using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Checkpoint.Lab.PowerCut;

/// <summary>Watches a program's writes and syncs in one folder, at the boundary of the system (strace).</summary>
static partial class DiskTrace
{
    const string Calls = "openat,creat,write,pwrite64,writev,pwritev,fsync,fdatasync,sync_file_range,ftruncate,fallocate,unlink,unlinkat,rename,renameat,renameat2";
    const int MaxWrite = 1 << 20;
    const int Patience = 10_000; // ms for one line

    /// <summary>Runs a program and reads what it did.</summary>
    /// <param name="folder">Where to look.</param>
    /// <param name="files">Names of the files in it to look at.</param>
    /// <param name="program">Program and arguments.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>What it did, in order.</returns>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    /// <exception cref="InvalidDataException">It did something that is not understood here.</exception>
    public static async Task<IReadOnlyList<DiskOp>> WatchAsync(string folder, IReadOnlyList<string> files, IReadOnlyList<string> program, CancellationToken cancel)
    {
        var trace = Path.Combine(folder, "trace");
        string[] paths = [.. files.SelectMany(file => new[] { "-P", Path.Combine(folder, file) })];
        string[] options = ["-f", "-qq", "-y", "-xx", "-s", MaxWrite.ToString(CultureInfo.InvariantCulture), "-e", $"trace={Calls}", "-o", trace];
        using var process = Process.Start(new ProcessStartInfo("strace", [.. options, .. paths, "--", .. program]))
            ?? throw new InvalidOperationException("strace did not start.");
        await process.WaitForExitAsync(cancel);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"The writer ended with {process.ExitCode}.");
        return [.. Whole(await File.ReadAllLinesAsync(trace, cancel)).Select(Read).OfType<DiskOp>()];
    }

    // A call that another one interrupts is written in two lines; it counts when it is done.
    static IEnumerable<string> Whole(IEnumerable<string> lines)
    {
        var begun = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            var process = line[..line.IndexOf(' ', StringComparison.Ordinal)];
            var call = line[process.Length..].TrimStart();
            if (Unfinished().Match(call) is { Success: true } unfinished)
                begun[process] = call[..unfinished.Index];
            else if (Resumed().Match(call) is { Success: true } resumed)
                yield return begun[process] + call[resumed.Length..];
            else
                yield return call;
        }
    }

    static DiskOp? Read(string line)
    {
        var call = Call().Match(line);
        if (!call.Success)
            throw new InvalidDataException($"Not understood: {line[..Math.Min(line.Length, 200)]}");
        if (call.Groups["result"].Value.StartsWith('-'))
            return null;
        var (name, arguments) = (call.Groups["name"].Value, call.Groups["arguments"].Value);
        return name switch
        {
            "openat" when arguments.Contains("O_TRUNC", StringComparison.Ordinal) => throw new InvalidDataException("A file was emptied."),
            "openat" => arguments.Contains("O_CREAT", StringComparison.Ordinal) ? new DiskOp.Create(Quoted(arguments)) : null,
            "pwrite64" => ReadWrite(arguments, call.Groups["result"].Value),
            "fsync" or "fdatasync" => new DiskOp.Sync(Descriptor(arguments)),
            "ftruncate" => new DiskOp.Resize(Descriptor(arguments), Numbers(arguments)[^1]),
            "unlink" => new DiskOp.Remove(Quoted(arguments)),
            _ => throw new InvalidDataException($"The model does not know {name}."),
        };
    }

    static DiskOp ReadWrite(string arguments, string result)
    {
        var bytes = Bytes(Text().Matches(arguments)[^1].Groups["text"].Value);
        if (bytes.Length != int.Parse(result, CultureInfo.InvariantCulture))
            throw new InvalidDataException("A write was cut short.");
        var file = Descriptor(arguments);
        return string.Equals(file, PowerCutWriter.SignalFile, StringComparison.Ordinal)
            ? new DiskOp.Show(Shown.Parse(bytes))
            : new DiskOp.Write(file, Numbers(arguments)[^1], bytes);
    }

    static string Quoted(string arguments) => Path.GetFileName(Encoding.UTF8.GetString(Bytes(Text().Match(arguments).Groups["text"].Value)));

    static string Descriptor(string arguments) => Path.GetFileName(Encoding.UTF8.GetString(Bytes(Between().Match(arguments).Groups["text"].Value)));

    static List<long> Numbers(string arguments) => [.. arguments.Split(", ").Where(part => long.TryParse(part, CultureInfo.InvariantCulture, out _))
        .Select(part => long.Parse(part, CultureInfo.InvariantCulture))];

    static byte[] Bytes(string escaped) => Convert.FromHexString(escaped.Replace("\\x", "", StringComparison.Ordinal));

    [GeneratedRegex(@"\s*<unfinished \.\.\.>$", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"^<\.\.\. \w+ resumed>", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Resumed();

    [GeneratedRegex(@"^(?<name>\w+)\((?<arguments>.*)\)\s+= (?<result>-?\d+)", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Call();

    [GeneratedRegex("\"(?<text>(\\\\x[0-9a-f]{2})*)\"", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Text();

    [GeneratedRegex(@"<(?<text>(\\x[0-9a-f]{2})*)>", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Between();
}
