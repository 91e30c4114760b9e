using System.CommandLine;
using System.Globalization;
using Checkpoint.Sensing.Screenings;
using Checkpoint.Testing.Binding;

namespace Checkpoint.Lab.Binding;

/// <summary>Looks for one person's code beside another's face: <c>binding --runs N [--from SEED] [--bug NAME] [--class NAME] [--trace]</c>.</summary>
static class BindingCommand
{
    const int DefaultRuns = 20_000;
    const int MaxRuns = 100_000_000;

    /// <summary>Where the gate is told what is not true, there is no bar, and a tenth of the runs gives the figure.</summary>
    const int FewerWithoutBar = 10;

    static readonly Sight[] Sights = [Sight.None, Sight.ForeheadCentre];

    static readonly Option<int> Runs = LimitedOption.Create("--runs", "How many runs for each kind of thermometer.", DefaultRuns, 1, MaxRuns);
    static readonly Option<long> From = new("--from") { Description = "The first seed.", DefaultValueFactory = _ => 0 };
    static readonly Option<BindingBug> Bug = new("--bug") { Description = "A mistake to put in, which must be found." };
    static readonly Option<BindingClass?> Only = new("--class") { Description = "Only this class." };
    static readonly Option<bool> Trace = new("--trace") { Description = "Print what happens in the first run of each class." };

    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var command = new Command("binding", "Let two people come, go and change places at a gate, and look for one's code beside the other's face.")
        {
            Runs, From, Bug, Only, Trace,
        };
        command.SetAction(result => Run(
            result.GetValue(Runs), (ulong)result.GetValue(From), result.GetValue(Bug), result.GetValue(Only), result.GetValue(Trace)));
        return command;
    }

    static int Run(int runs, ulong from, BindingBug bug, BindingClass? only, bool trace)
    {
        var report = new Report();
        Report.Note($"runs from seed {from}, default policy, one core{(bug == BindingBug.None ? "" : $", with the mistake {bug}")}");
        foreach (var kind in Enum.GetValues<BindingClass>().Where(kind => only is null || kind == only))
        {
            foreach (var sight in Sights)
            {
                if (trace)
                    Tell(new(from, kind, sight, bug));
                Judge(report, new(from, kind, sight, bug), HasBar(kind) ? runs : Math.Max(1, runs / FewerWithoutBar));
            }
        }

        return report.Close();
    }

    static bool HasBar(BindingClass kind) => kind is BindingClass.EdgesTrue or BindingClass.CodesLate;

    static void Judge(Report report, BindingCase first, int runs)
    {
        var started = TimeProvider.System.GetTimestamp();
        var tally = new BindingTally();
        for (var i = 0; i < runs; i++)
            BindingRun.Of(first with { Seed = first.Seed + (ulong)i }, tally);
        var took = TimeProvider.System.GetElapsedTime(started);

        TellCoverage(first, tally, took);
        var line = Line($"{first.Class}, sight {first.Sight}: {tally.Wrong} wrong bindings ({tally.WrongAdmitted} admitted) and {tally.Tainted} tainted, in {tally.WrongRuns} of {tally.Runs} runs");
        if (!HasBar(first.Class))
            Report.Note($"no bar  {line}");
        else if (first.Bug == BindingBug.None)
            report.Check(tally.WrongRuns == 0, line);
        else
            report.Check(tally.WrongRuns > 0, $"{first.Bug} is found: {line}");
        if (tally.WrongRuns > 0)
            TellReplay(first, tally.Seeds);
    }

    static void TellCoverage(BindingCase of, BindingTally tally, TimeSpan took)
    {
        Report.Note(Line($"{of.Class}, sight {of.Sight}: {tally.Runs} runs, {tally.Inputs} inputs, {tally.Changes} changes of person while something of the one before was known; {took.TotalSeconds:0} s"));
        Report.Note(Line($"    {tally.Records} records on foot, {tally.Bound} with code and face, {tally.BoundAdmitted} of them admitted; {tally.OneAtATime} one at a time, {tally.Overrides} by hand"));
    }

    static void TellReplay(BindingCase first, IReadOnlyList<ulong> seeds)
    {
        var bug = first.Bug == BindingBug.None ? "" : $" --bug {first.Bug}";
        foreach (var seed in seeds)
            Report.Note($"    replay: checkpoint-lab binding --from {seed} --runs 1 --class {first.Class} --trace{bug}");
    }

    static void Tell(BindingCase of)
    {
        var outcome = BindingRun.Of(of, new(), isTraced: true);
        Report.Note($"seed {of.Seed}, {of.Class}, sight {of.Sight}: {outcome.Wrong ?? "every binding right"}");
        foreach (var line in outcome.Trace)
            Report.Note($"  {line}");
    }

    static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
