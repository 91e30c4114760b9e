using System.CommandLine;
using System.Globalization;
using Checkpoint.Testing;
using Checkpoint.Testing.Programs;

namespace Checkpoint.Lab.Bench;

/// <summary><c>bench gate</c>: decision, commit beside a bare fsync, sample to signal, start to ready, and memory after many passages.</summary>
static class GateBench
{
    const int Entries = 2000;
    const int Starts = 5;
    const int MaxMemory = 100 << 20;

    static readonly TimeSpan SignalLimit = TimeSpan.FromMilliseconds(300);
    static readonly TimeSpan ReadyLimit = TimeSpan.FromSeconds(2);

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var passages = new Option<int>("--passages") { Description = "Passages before memory is read.", DefaultValueFactory = _ => 10_000 };
        var speed = new Option<int>("--speed") { Description = "How much faster than real time the gate's clock runs.", DefaultValueFactory = _ => 20 };
        var command = new Command("gate", "Time and weigh a gate on this machine.") { passages, speed };
        command.SetAction((arguments, cancel) => RunAsync(arguments.GetValue(passages), arguments.GetValue(speed), cancel));
        return command;
    }

    static async Task<int> RunAsync(int passages, int speed, CancellationToken cancel)
    {
        var report = new Report();
        Report.Note($"{Environment.ProcessorCount} processors, {System.Runtime.InteropServices.RuntimeInformation.OSDescription}, .NET {Environment.Version}");
        using var folder = new TempFolder();

        Report.Note($"decision: {DecisionBench.Run(20_000)}");
        var (commit, bare, bytes) = CommitBench.Run(folder.Path, Entries);
        Report.Note($"commit: {commit}; {bytes} bytes");
        Report.Note($"bare fsync of as many bytes: {bare}");
        Report.Note(string.Create(CultureInfo.InvariantCulture, $"commit / bare fsync: p50 {commit.Median / bare.Median:0.00}, p99 {commit.At(0.99) / bare.At(0.99):0.00}"));

        await using var broker = await Broker.StartNewAsync(new(), cancel);
        var url = string.Create(CultureInfo.InvariantCulture, $"mqtt://127.0.0.1:{broker.Port}");
        await MeasureStartAsync(report, Directory.CreateDirectory(folder["start"]).FullName, url, cancel);
        await MeasureLatencyAsync(report, folder, url, cancel);
        await MeasureMemoryAsync(report, folder, url, passages, speed, cancel);
        return report.Close();
    }

    static async Task MeasureStartAsync(Report report, string folder, string url, CancellationToken cancel)
    {
        var times = new List<TimeSpan>();
        for (var i = 0; i < Starts; i++)
        {
            var started = TimeProvider.System.GetTimestamp();
            await using var edge = await EdgeProgram.StartAsync(new("gate-start", folder, url, Passages: 1), cancel);
            times.Add(TimeProvider.System.GetElapsedTime(started));
        }

        var start = Quantiles.Of(times);
        report.Check(start.Median <= ReadyLimit, string.Create(
            CultureInfo.InvariantCulture,
            $"start to ready: median {start.Median.TotalSeconds:0.00} s, longest {start.At(1).TotalSeconds:0.00} s of {Starts} (limit {ReadyLimit.TotalSeconds} s)"));
    }

    // In real time: at a higher speed the gate's own clock would stretch every figure.
    static async Task MeasureLatencyAsync(Report report, TempFolder folder, string url, CancellationToken cancel)
    {
        await using var edge = await EdgeProgram.StartAsync(
            new("gate-latency", Directory.CreateDirectory(folder["latency"]).FullName, url, Passages: 60), cancel);
        await Eventually.HoldsAsync(
            async () => (await edge.StatusAsync(cancel)).CrowdDone, "sixty passages", TimeSpan.FromMinutes(5), cancel);
        var metrics = await edge.MetricsAsync(cancel);
        var p95 = HistogramText.Bound(metrics, "checkpoint_sample_to_signal_seconds", 0.95);
        report.Check(p95 <= SignalLimit, string.Create(
            CultureInfo.InvariantCulture,
            $"last stable sample to signal, commit included, 60 passages in real time: p95 at most {p95.TotalMilliseconds} ms (limit {SignalLimit.TotalMilliseconds} ms)"));
    }

    static async Task MeasureMemoryAsync(
        Report report, TempFolder folder, string url, int passages, int speed, CancellationToken cancel)
    {
        await using var hub = await HubProgram.StartAsync(
            new(Directory.CreateDirectory(folder["hub"]).FullName, url, ["gate-memory"]), cancel);
        await using var edge = await EdgeProgram.StartAsync(
            new("gate-memory", Directory.CreateDirectory(folder["memory"]).FullName, url, passages) { Speed = speed }, cancel);

        var tenth = await ReachAsync(edge, hub, status => status.Written >= passages / 10, cancel);
        var end = await ReachAsync(edge, hub, status => status.CrowdDone && status.Released == status.Written, cancel);
        var judgement = Judgement.Of(
            await edge.JournalAsync(after: 0, cancel),
            (await edge.StatusAsync(cancel)).Released,
            await hub.LedgerAsync("gate-memory", cancel));
        report.Check(judgement.IsWhole(passages), judgement.Line(passages));
        Weigh(report, "edge", tenth.Edge, end.Edge);
        Weigh(report, "hub", tenth.Hub, end.Hub);
    }

    static async Task<(long Edge, long Hub)> ReachAsync(
        EdgeProgram edge, HubProgram hub, Func<EdgeStatus, bool> there, CancellationToken cancel)
    {
        await Eventually.HoldsAsync(
            async () => there(await edge.StatusAsync(cancel)), "the passages are through", TimeSpan.FromMinutes(60), cancel);
        return (edge.Process.Memory, hub.Process.Memory);
    }

    static void Weigh(Report report, string program, long early, long late) => report.Check(
        late <= MaxMemory && late <= early * 1.1,
        string.Create(CultureInfo.InvariantCulture, $"{program} memory: {early / 1048576.0:0.0} MB at a tenth, {late / 1048576.0:0.0} MB at the end (limit 100 MB, flat within 10 %)"));
}
