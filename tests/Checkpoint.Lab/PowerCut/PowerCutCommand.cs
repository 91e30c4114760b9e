using System.Collections.Concurrent;
using System.CommandLine;
using System.Globalization;
using Checkpoint.Testing;
using Checkpoint.Testing.Programs;

namespace Checkpoint.Lab.PowerCut;

/// <summary>
/// <c>powercut</c>: the box's own journal is written, its writes and syncs are recorded at the boundary of the system, and after each of them
/// the power is cut, with the un-synced sectors torn, reordered and missing. No entry whose light was shown may be lost.
/// </summary>
static class PowerCutCommand
{
    const int MaxCuts = 10_000_000;
    const int MostShown = 10;
    const string Memory = "/dev/shm";

    static readonly string[] Watched =
    [
        PowerCutWriter.SignalFile, PowerCutWriter.JournalFile, PowerCutWriter.JournalFile + "-wal", PowerCutWriter.JournalFile + "-journal",
    ];

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var cuts = new Option<int>("--cuts") { Description = "Distinct cuts, at least.", DefaultValueFactory = _ => 20_000 };
        cuts.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > MaxCuts)
                result.AddError($"--cuts: expected 1 to {MaxCuts}.");
        });
        var entries = new Option<int>("--entries") { Description = "Entries that are written.", DefaultValueFactory = _ => 1500 };
        var seed = new Option<ulong>("--seed") { Description = "Decides what is torn.", DefaultValueFactory = _ => 1 };
        var command = new Command("powercut", "Cut the power after each write of the journal, and miss nothing that was shown.") { cuts, entries, seed };
        command.SetAction((arguments, cancel) => RunAsync(arguments.GetValue(cuts), arguments.GetValue(entries), arguments.GetValue(seed), cancel));
        return command;
    }

    static async Task<int> RunAsync(int cuts, int entries, ulong seed, CancellationToken cancel)
    {
        var report = new Report();
        Report.Note($"{Environment.ProcessorCount} processors, .NET {Environment.Version}; {entries} entries, seed {seed}");
        var strong = await CutAsync("as the box writes", [], cuts, entries, seed, cancel);
        report.Check(strong.Values.Sum() >= cuts, $"{strong.Values.Sum()} distinct cuts, {cuts} at least");
        foreach (var finding in Enum.GetValues<CutFinding>().Where(finding => finding != CutFinding.Whole))
            report.Check(strong.GetValueOrDefault(finding) == 0, $"{strong.GetValueOrDefault(finding)} {finding}");

        const int enough = 20; // of the cuts, for the weak one only has to be caught
        var weak = await CutAsync("with synchronous = NORMAL", [PowerCutWriter.WeakOption], Math.Max(1000, cuts / enough), entries, seed, cancel);
        report.Check(weak.GetValueOrDefault(CutFinding.Lost) > 0, $"without waiting for the disk, {weak.GetValueOrDefault(CutFinding.Lost)} cuts lost entries: the proof can fail");
        return report.Close();
    }

    static async Task<ConcurrentDictionary<CutFinding, int>> CutAsync(
        string what, string[] options, int cuts, int entries, ulong seed, CancellationToken cancel)
    {
        using var folder = new TempFolder();
        var count = entries.ToString(CultureInfo.InvariantCulture);
        string[] program = ["dotnet", ProgramProcess.PathOf("Checkpoint.Lab", "checkpoint-lab"), PowerCutWriter.Verb, folder.Path, count, .. options];
        var ops = await DiskTrace.WatchAsync(folder.Path, Watched, program, cancel);
        Report.Note($"{what}: {ops.OfType<DiskOp.Write>().Count()} writes, {ops.OfType<DiskOp.Sync>().Count()} syncs, {ops.OfType<DiskOp.Show>().Count()} entries shown");

        var judge = new CutJudge(ops.OfType<DiskOp.Show>().ToDictionary(show => show.Said.Seq, show => show.Said.Hash));
        var found = new ConcurrentDictionary<CutFinding, int>();
        var all = Partitioner.Create(new CutPlan(ops, seed).Take(cuts), EnumerablePartitionerOptions.NoBuffering);
        Parallel.ForEach(all, new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = Environment.ProcessorCount }, cut =>
        {
            var (finding, detail) = Judge(judge, cut);
            if (found.AddOrUpdate(finding, 1, (_, before) => before + 1) <= MostShown && finding != CutFinding.Whole)
                Report.Note($"{finding} after {cut.After} ({cut.Manner}): {detail}");
        });
        return found;
    }

    static (CutFinding Finding, string Detail) Judge(CutJudge judge, Cut cut)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Directory.Exists(Memory) ? Memory : Path.GetTempPath(), Path.GetRandomFileName()));
        try
        {
            return judge.Judge(folder.FullName, cut.Files, cut.Last);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
