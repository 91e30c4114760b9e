using System.CommandLine;
using System.Globalization;
using Checkpoint.Passes;
using Checkpoint.Testing;
using Checkpoint.Testing.Fuzzing;

namespace Checkpoint.Lab.Fuzz;

/// <summary>Shows bad codes to the gate's whole chain: <c>fuzz --codes N --seed S</c>.</summary>
static class FuzzCommand
{
    const int DefaultCodes = 200_000;

    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var codes = new Option<long>("--codes") { Description = "How many codes.", DefaultValueFactory = _ => DefaultCodes };
        var seed = new Option<int>("--seed") { Description = "The same seed makes the same codes.", DefaultValueFactory = _ => 1 };
        var command = new Command("fuzz", "Show mutated codes to the whole chain: none may throw, be accepted, take long or take much.") { codes, seed };
        command.SetAction(result => Run(result.GetValue(codes), result.GetValue(seed)));
        return command;
    }

    static int Run(long codes, int seed)
    {
        using var corpus = CodeCorpus.Load(DataFolder.Find());
        foreach (var group in corpus.Seeds.CountBy(good => good.Said.Profile))
            Report.Note($"{group.Value,5} good codes {group.Key}");
        var start = TimeProvider.System.GetTimestamp();
        var tally = new CodeFuzz(corpus, seed).Run(codes, Progress);
        var took = TimeProvider.System.GetElapsedTime(start);

        Tell("outcomes", tally.Outcomes);
        Tell("accepted with the same signed content under another spelling, by how it was made", tally.Respelled);
        Tell("over 50 ms once, because the machine was busy elsewhere", tally.Slow);
        Tell("failures", tally.Failures);

        var report = new Report();
        report.Check(corpus.Seeds.Any(good => good.Said.Profile == PassProfile.Hc1), "other people's codes are in the corpus");
        report.Check(tally.Failures.Count == 0, string.Create(
            CultureInfo.InvariantCulture, $"{tally.Codes} codes, seed {seed}, {took:hh\\:mm\\:ss}: none threw, none with other content was accepted"));
        report.Check(tally.MostBytes <= CodeFuzz.MaxBytes, $"most allocated by one code: {tally.MostBytes} bytes (limit {CodeFuzz.MaxBytes})");
        report.Check(tally.TooSlow == 0, string.Create(
            CultureInfo.InvariantCulture, $"longest: {tally.Longest.TotalMilliseconds:0.0} ms; over 50 ms every time: {tally.TooSlow}"));
        return report.Close();
    }

    static void Progress(FuzzTally tally) => Console.Error.WriteLine($"{tally.Codes} codes, {tally.Failures.Count} failures");

    static void Tell(string title, IDictionary<string, long> table) => Tell(title, table.Select(entry => $"{entry.Value,10}  {entry.Key}").ToList());

    static void Tell(string title, IList<string> lines)
    {
        Report.Note($"{title}: {(lines.Count == 0 ? "none" : "")}");
        foreach (var line in lines)
            Report.Note("  " + line);
    }
}
