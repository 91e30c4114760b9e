using System.CommandLine;
using System.Globalization;
using Checkpoint.Testing.Simulation;

namespace Checkpoint.Lab.Simulate;

/// <summary>Runs the delivery machines in simulated worlds: <c>simulate --seeds N [--from SEED] [--bug NAME] [--trace]</c>.</summary>
static class SimulateCommand
{
    const int DefaultSeeds = 20_000;

    /// <summary>Over so many worlds, every kind of fault must have occurred.</summary>
    const int EnoughSeeds = 1000;

    /// <summary>Worlds that fail and are shown with their shortest trace.</summary>
    const int MaxShown = 3;

    static readonly Option<int> Seeds = new("--seeds") { Description = "How many worlds.", DefaultValueFactory = _ => DefaultSeeds };
    static readonly Option<long> From = new("--from") { Description = "The first seed.", DefaultValueFactory = _ => 0 };
    static readonly Option<SeededBug> Bug = new("--bug") { Description = "A mistake to put in, which must be found." };
    static readonly Option<bool> Trace = new("--trace") { Description = "Print what happens in the first world." };

    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var command = new Command("simulate", "Run box, broker and hub in simulated worlds where everything fails; one seed is one world.")
        {
            Seeds, From, Bug, Trace,
        };
        command.SetAction(result => Run(
            (ulong)result.GetValue(From), result.GetValue(Seeds), result.GetValue(Bug), result.GetValue(Trace)));
        return command;
    }

    static int Run(ulong from, int seeds, SeededBug bug, bool trace)
    {
        if (trace)
            Tell(SimulatedWorld.Run(from, bug, new(), isTraced: true));

        var start = TimeProvider.System.GetTimestamp();
        var run = SeedRun.Of(from, seeds, bug, done => Console.Error.WriteLine($"{done} worlds"));
        var took = TimeProvider.System.GetElapsedTime(start);

        TellCoverage(run.Tally);
        foreach (var failure in run.Failures.Take(MaxShown))
            TellFailure(failure, bug);
        Report.Note(string.Create(
            CultureInfo.InvariantCulture, $"{seeds} worlds from seed {from} in {took:hh\\:mm\\:ss}, {seeds / took.TotalSeconds:0} a second"));
        return bug == SeededBug.None ? Judge(run, seeds) : JudgeBug(run, bug, from);
    }

    static int Judge(SeedRun run, int seeds)
    {
        var report = new Report();
        if (seeds >= EnoughSeeds)
        {
            foreach (var kind in Enum.GetValues<FaultKind>().Where(kind => run.Tally.Of(kind) == 0))
                report.Check(good: false, $"fault {kind} occurred");
        }

        return report.Close(seeds - run.Failures.Count, run.Failures.Count);
    }

    static int JudgeBug(SeedRun run, SeededBug bug, ulong from)
    {
        var report = new Report();
        report.Check(run.Failures.Count > 0, run.Failures is [var first, ..]
            ? $"{bug} is found, first by seed {first.Seed} after {first.Seed - from + 1} worlds, by {run.Failures.Count} in all"
            : $"{bug} is found");
        return report.Close();
    }

    static void TellCoverage(SimulationTally tally)
    {
        Report.Note("faults that took effect:");
        foreach (var kind in Enum.GetValues<FaultKind>())
            Report.Note($"{tally.Of(kind),12}  {kind}");
        Report.Note("steps of the machines:");
        foreach (var (what, count) in tally.Steps.OrderBy(step => step.Key, StringComparer.Ordinal))
            Report.Note($"{count,12}  {what}");
    }

    static void TellFailure(SimulationOutcome failure, SeededBug bug)
    {
        Report.Note($"seed {failure.Seed}: {failure.Broken}");
        Report.Note($"replay: checkpoint-lab simulate --from {failure.Seed} --seeds 1 --trace{(bug == SeededBug.None ? "" : $" --bug {bug}")}");
        Report.Note("the least that breaks it:");
        Tell(SimulatedWorld.Shortest(failure.Seed, bug));
    }

    static void Tell(SimulationOutcome outcome)
    {
        foreach (var fault in outcome.Faults)
            Report.Note($"  {fault}");
        foreach (var line in outcome.Trace)
            Report.Note($"  {line}");
    }
}
