using System.Globalization;

namespace Checkpoint.Lab.Bench.Faults;

/// <summary>Every round of a measurement: what is compared, and with what.</summary>
sealed class LatencyBook
{
    /// <summary>How far a p99 may be from that of calm.</summary>
    public const double Bar = 0.05;

    readonly List<ConditionRound> rounds = [];

    /// <summary>Adds one.</summary>
    public void Add(ConditionRound round) => rounds.Add(round);

    /// <summary>Prints a table for each step, and checks the p99 of decision and signal under each fault against calm.</summary>
    public void Judge(Report report)
    {
        foreach (var condition in Enum.GetValues<Condition>())
        {
            var its = Of(condition);
            report.Check(its.TrueForAll(round => round.IsProven), $"{Name(condition)} was there in each of {its.Count} times; {(its.Find(round => !round.IsProven) ?? its[^1]).Evidence}");
            Report.Note(Line($"{Name(condition)}: {its.Average(round => round.PausedShare):0.00 %} of the time went to garbage collection"));
        }

        Judge(report, GateStep.Decision, isBarred: true);
        Judge(report, GateStep.Commit, isBarred: false);
        Judge(report, GateStep.Signal, isBarred: true);
    }

    void Judge(Report report, GateStep step, bool isBarred)
    {
        var calm = Of(Condition.Calm);
        var noise = Ratio([.. calm.Where((_, i) => i % 2 == 0)], [.. calm.Where((_, i) => i % 2 == 1)], step);
        var quarters = Enumerable.Range(0, 4).Select(q => Ratio([.. calm.Where((_, i) => i % 4 == q)], [.. calm.Where((_, i) => i % 4 != q)], step));
        Report.Note(Line($"{step}, calm: {Quantiles(calm, step)}"));
        Report.Note(Line($"{step}, calm : calm p99 {noise:0.000} (odd : even), {string.Join(", ", quarters.Select(q => Line($"{q:0.000}")))} (each quarter : the rest)"));
        foreach (var condition in Enum.GetValues<Condition>().Except([Condition.Calm]))
        {
            var its = Of(condition);
            var ratio = Ratio(its, calm, step);
            var line = Line($"{step}, {Name(condition)}: {Quantiles(its, step)}; p99 : calm {ratio:0.000}, 95 % of resamples {Resamples(its, calm, step)}");
            if (isBarred)
                report.Check(Math.Abs(ratio - 1) <= Limit(noise), $"{line} ({LimitWords(noise)})");
            else
                Report.Note(line);
        }
    }

    static double Limit(double noise) => Math.Max(Bar, Floor(noise));

    static string LimitWords(double noise) => Floor(noise) > Bar
        ? Line($"limit ± {Floor(noise):0.0 %}, the noise of calm : calm, which exceeds ± {Bar:0 %}")
        : Line($"limit ± {Bar:0 %}");

    // The same whichever of the two is called odd.
    static double Floor(double noise) => 1 - Math.Min(noise, 1 / noise);

    static double Ratio(List<ConditionRound> these, List<ConditionRound> those, GateStep step) =>
        Quantiles(these, step).At(0.99) / Quantiles(those, step).At(0.99);

    static RatioInterval Resamples(List<ConditionRound> these, List<ConditionRound> those, GateStep step) =>
        RatioInterval.OfP99(Quantiles(these, step), Quantiles(those, step));

    static Quantiles Quantiles(List<ConditionRound> rounds, GateStep step) => Bench.Quantiles.Of(rounds.SelectMany(round => round.Of(step)));

    List<ConditionRound> Of(Condition condition) => rounds.FindAll(round => round.Condition == condition);

    static string Name(Condition condition) => condition switch
    {
        Condition.Calm => "calm",
        Condition.NetworkDown => "network down",
        Condition.DiskFull => "disk 99 % full",
        Condition.Backlog => "backlog draining",
        Condition.BrokerHostile => "broker hostile",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
