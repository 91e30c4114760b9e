using System.CommandLine;
using System.Globalization;
using Checkpoint.Lab.Bench.Faults;
using Checkpoint.Signals;
using Checkpoint.Testing;
using Checkpoint.Testing.Programs;

namespace Checkpoint.Lab.Bench.Throughput;

/// <summary><c>bench throughput</c>: people an hour through one gate, in real time, with devices as slow as real ones.</summary>
static class ThroughputBench
{
    const string Device = "gate-throughput";
    const int UsualPeople = 60;
    const double LeastAnHour = 300;

    static readonly TimeSpan WholeLimit = TimeSpan.FromSeconds(5);
    static readonly TimeSpan DecisionLimit = TimeSpan.FromMilliseconds(300);
    static readonly TimeSpan PatienceEach = TimeSpan.FromSeconds(20);
    static readonly Option<int> People = LimitedOption.Create("--people", "How many people pass.", UsualPeople, 2, 2000);

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var command = new Command("throughput", "Count and time people who pass one after the other, in real time.") { People };
        command.SetAction((arguments, cancel) => RunAsync(arguments.GetValue(People), cancel));
        return command;
    }

    static async Task<int> RunAsync(int people, CancellationToken cancel)
    {
        Report.Note($"{Environment.ProcessorCount} processors, {System.Runtime.InteropServices.RuntimeInformation.OSDescription}, .NET {Environment.Version}; the gate's program in real time, broker and hub beside it");
        Report.Note("sensors: MLX90614 that measures 10 times a second, its word 0.57 ms and a reading 4 ms, read 20 times a second; camera 15 frames a second; 8 samples");
        Report.Note("walking (SimulatedLane): 150 ms from the presence sensor to the thermometer, 250 ms more to hold up the code, 400 ms to leave, 200 ms until the next");
        using var folder = new TempFolder();
        await using var broker = await Broker.StartNewAsync(new(), cancel);
        var url = string.Create(CultureInfo.InvariantCulture, $"mqtt://127.0.0.1:{broker.Port}");
        await using var hub = await HubProgram.StartAsync(new(Directory.CreateDirectory(folder["hub"]).FullName, url, [Device]), cancel);
        await using var edge = await EdgeProgram.StartAsync(
            new(Device, Directory.CreateDirectory(folder["gate"]).FullName, url, people)
            {
                Seeds = ThroughputCrowd.Write(folder["seeds"]),
                Program = LaneGate.Program,
            },
            cancel);
        await Eventually.HoldsAsync(
            async () => await edge.StatusAsync(cancel) is { CrowdDone: true } status && status.Released == status.Written,
            "everybody is through", PatienceEach * people, cancel);
        return await JudgeAsync(edge, hub, people, cancel);
    }

    static async Task<int> JudgeAsync(EdgeProgram edge, HubProgram hub, int people, CancellationToken cancel)
    {
        var report = new Report();
        var judgement = Judgement.Of(
            await edge.JournalAsync(after: 0, cancel), (await edge.StatusAsync(cancel)).Released, await hub.LedgerAsync(Device, cancel));
        report.Check(judgement.IsWhole(people), judgement.Line(people));

        var times = Lines(await edge.TextAsync(LaneGate.PeoplePath, cancel)).Select(PersonTime.Parse).ToList();
        report.Check(
            times.Count == people && times.TrueForAll(person => person.Kind == SignalKind.Admit),
            Line($"{times.Count(person => person.Kind == SignalKind.Admit)} of {people} people passed at the first light"));
        JudgePeople(report, times);

        var signals = Lines(await edge.TextAsync(TimedGate.TimesPath, cancel)).Select(GateTiming.Parse)
            .Where(timing => timing.Step == GateStep.Signal).Select(timing => timing.Took);
        var decision = Quantiles.Of(signals);
        report.Check(decision.At(0.95) <= DecisionLimit, Line(
            $"last stable sample, or the code if that came last, to light, commit included: median {decision.Median.TotalMilliseconds:0.0} ms, p95 {decision.At(0.95).TotalMilliseconds:0.0} ms, longest {decision.At(1).TotalMilliseconds:0.0} ms, n {decision.Sorted.Count} (limit p95 {DecisionLimit.TotalMilliseconds} ms)"));
        return report.Close();
    }

    static void JudgePeople(Report report, List<PersonTime> times)
    {
        if (times.Count < 2)
            return;
        var anHour = (times.Count - 1) / (times[^1].Arrived - times[0].Arrived).TotalHours;
        report.Check(anHour >= LeastAnHour, Line($"{anHour:0} people an hour, from the first arrival to the last (limit {LeastAnHour})"));

        var whole = Quantiles.Of(times.Select(person => person.ToLight));
        report.Check(whole.Median <= WholeLimit, Line(
            $"arrival to light: median {whole.Median.TotalSeconds:0.00} s, p95 {whole.At(0.95).TotalSeconds:0.00} s, longest {whole.At(1).TotalSeconds:0.00} s (limit median {WholeLimit.TotalSeconds} s)"));
        var gone = Quantiles.Of(times.Select(person => person.Left - person.Arrived));
        var other = (TimeSpan.FromHours(1) / LeastAnHour) - whole.Median;
        Report.Note(Line($"arrival to departure: median {gone.Median.TotalSeconds:0.00} s, p95 {gone.At(0.95).TotalSeconds:0.00} s"));
        Report.Note(Line($"{LeastAnHour} an hour are 12 s each: {other.TotalSeconds:0.0} s are left for the way to the gate and away from it"));
    }

    static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
