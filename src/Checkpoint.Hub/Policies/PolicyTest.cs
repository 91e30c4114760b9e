using System.Text;
using Checkpoint.Hub.Operations;
using Checkpoint.Policies;
using Checkpoint.Policies.Replaying;

namespace Checkpoint.Hub.Policies;

/// <summary><c>policy test</c>: who of a day would have been decided otherwise.</summary>
static class PolicyTest
{
    /// <summary>A longer line is no entry.</summary>
    public const int MaxLine = 64 * 1024;

    /// <summary>Runs it.</summary>
    /// <returns>0 if it ran; 1 if the policy may not be applied, though it was tried if it could be read; 74 if a file cannot be read.</returns>
    public static int Run(string day, string policy, string? against, TextWriter output, DateOnly today)
    {
        var exit = PolicyFiles.Read(policy, output, today, out var tried);
        Policy? other = null;
        if (against is not null && PolicyFiles.Read(against, output, today, out other) is not ExitCode.Ok and var wrong && other is null)
            return wrong;
        if (tried is null)
            return exit;
        try
        {
            Replay(File.ReadLines(day), tried, other, output);
            return exit;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            output.WriteLine($"{day}: {error.Message}");
            return ExitCode.Storage;
        }
    }

    static void Replay(IEnumerable<string> lines, Policy policy, Policy? against, TextWriter output)
    {
        var replay = new PolicyReplay(policy, against);
        var report = new ReplayReport(policy, against, output);
        foreach (var passage in Passages(lines, report))
        {
            if (replay.Decide(passage) is { } replayed)
                report.Add(replayed);
            else
                report.NotDecided++;
        }

        report.Close();
    }

    static List<List<RecordedEntry>> Passages(IEnumerable<string> lines, ReplayReport report)
    {
        var entries = new Dictionary<(string, string, long), RecordedEntry>();
        foreach (var line in lines.Where(line => line.Length > 0))
        {
            if (line.Length <= MaxLine && RecordedEntryJson.TryRead(Encoding.UTF8.GetBytes(line)) is { } entry)
                entries.TryAdd((entry.Device, entry.Epoch, entry.Seq), entry); // the same entry may have been delivered twice
            else
                report.NoEntries++;
        }

        return [.. entries.Values
            .GroupBy(entry => (entry.Device, entry.Epoch, entry.Boot, entry.Passage))
            .Select(passage => passage.OrderBy(entry => entry.Seq).ToList())
            .OrderBy(passage => passage[0].Device, StringComparer.Ordinal).ThenBy(passage => passage[0].Epoch, StringComparer.Ordinal)
            .ThenBy(passage => passage[0].Seq)];
    }
}
