using System.CommandLine;
using System.Globalization;
using Checkpoint.Delivery;
using Checkpoint.Edge.Journaling;
using Checkpoint.Lab.Journals;
using Checkpoint.Testing;
using Checkpoint.Testing.Programs;
using Checkpoint.Wire;

namespace Checkpoint.Lab.Bench.Draining;

/// <summary>
/// <c>bench drain</c>: what a box wrote in ninety days without a network goes to the hub while people pass, beside a bare loop that publishes
/// the same payloads through the same broker.
/// </summary>
static class DrainBench
{
    const int LivePassages = 200; // before the drain, so that what the gate needs is in memory already
    const long MaxGrowth = 10 << 20;
    const double WantedShare = 0.6;

    static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    static readonly TimeSpan LiveLimit = TimeSpan.FromSeconds(1);

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var entries = new Option<int>("--entries") { Description = "Entries that wait.", DefaultValueFactory = _ => 90 * JournalMaker.PerDay };
        var speed = new Option<int>("--speed") { Description = "How much faster than people pass.", DefaultValueFactory = _ => 5 };
        var command = new Command("drain", "Deliver a long backlog while people pass.") { entries, speed };
        command.SetAction((given, cancel) => RunAsync(given.GetValue(entries), given.GetValue(speed), cancel));
        return command;
    }

    static async Task<int> RunAsync(int entries, int speed, CancellationToken cancel)
    {
        var report = new Report();
        Report.Note(Line($"{Environment.ProcessorCount} processors, .NET {Environment.Version}; {entries} entries wait"));
        using var folder = new TempFolder();
        var journal = folder["journal.db"];
        using (var maker = new JournalMaker(withFields: false))
            maker.Make(journal, entries, released: 0);
        var started = TimeProvider.System.GetTimestamp();
        var payloads = Payloads(journal, entries);
        Report.Note(Line($"{payloads.Count} messages, {payloads.Sum(payload => (long)payload.Length) / 1e6:0.0} MB; only to read and write them takes the box {TimeProvider.System.GetElapsedTime(started).TotalSeconds:0.00} s"));
        started = TimeProvider.System.GetTimestamp();
        var read = payloads.Sum(payload => RecordBatch.TryRead(payload, Some.Device)!.Records.Length);
        Report.Note(Line($"only to read {read} entries and spell them for their hash takes the hub {TimeProvider.System.GetElapsedTime(started).TotalSeconds:0.00} s"));

        await using var broker = await Broker.StartNewAsync(new() { MaxQueued = 100_000 }, cancel);
        var before = await BareAsync(broker.Port, payloads);
        var drained = await DrainAsync(report, folder, broker, entries, speed, cancel);
        var after = await BareAsync(broker.Port, payloads);

        report.Check(drained <= Limit, Line($"{entries} entries in {drained.TotalSeconds:0.0} s, {entries / drained.TotalSeconds:0} a second (limit {Limit.TotalSeconds} s)"));
        var bare = new[] { before.Alone, after.Alone }.Min();
        var heard = new[] { before.Heard, after.Heard }.Min();
        Report.Note(Line($"bare loop, somebody listening: {heard.TotalSeconds:0.00} s; share of its rate {heard / drained:0.00}"));
        report.Check(bare / drained >= WantedShare, Line($"bare loop, nobody listening: {bare.TotalSeconds:0.00} s; share of its rate {bare / drained:0.00} (wanted {WantedShare})"));
        return report.Close();
    }

    static List<byte[]> Payloads(string path, int entries)
    {
        using var journal = Journal.Open(path, Some.Device);
        return [.. Enumerable.Range(0, (entries + RecordBatch.MaxRecords - 1) / RecordBatch.MaxRecords)
            .Select(batch => new SeqRange((batch * (long)RecordBatch.MaxRecords) + 1, Math.Min(entries, (batch + 1L) * RecordBatch.MaxRecords)))
            .Select(range => new RecordBatch([.. journal.Read(range)]).ToJson())];
    }

    static async Task<(TimeSpan Alone, TimeSpan Heard)> BareAsync(int port, List<byte[]> payloads)
    {
        var alone = await BareLoop.RunAsync(port, payloads, OutboxMachine.MaxInFlight);
        var heard = await BareLoop.RunHeardAsync(port, payloads, OutboxMachine.MaxInFlight);
        Report.Note(Line($"bare loop: {alone.TotalSeconds:0.00} s alone, {heard.TotalSeconds:0.00} s with somebody listening"));
        return (alone, heard);
    }

    // The box is up, at work and warm before the broker is there.
    static async Task<TimeSpan> DrainAsync(Report report, TempFolder folder, Broker broker, int entries, int speed, CancellationToken cancel)
    {
        var url = Line($"mqtt://127.0.0.1:{broker.Port}");
        var centre = Directory.CreateDirectory(folder["hub"]).FullName;
        await using var hub = await HubProgram.StartAsync(new(centre, url, [Some.Device.Value]), cancel);
        await broker.StopAsync(cancel);
        await using var edge = await EdgeProgram.StartAsync(
            new(Some.Device.Value, Directory.CreateDirectory(folder["edge"]).FullName, url, Passages: 0) { Speed = speed, Journal = folder["journal.db"] }, cancel);
        await Eventually.HoldsAsync(
            async () => (await edge.StatusAsync(cancel)).Written >= entries + LivePassages, "people pass", TimeSpan.FromMinutes(5), cancel);
        var memory = edge.Process.Memory;
        var backlog = (await edge.StatusAsync(cancel)).Written;

        // Frozen until the broker and the hub have found each other: what is measured is the drain, not their patience.
        await ProcessSignal.FreezeAsync(edge.Process.Id, cancel);
        await broker.StartAsync(cancel);
        await Eventually.HoldsAsync(
            async () => MetricText.Value(await hub.MetricsAsync(cancel), "checkpoint_hub_broker_connected") > 0, "the hub is back", TimeSpan.FromMinutes(5), cancel);
        await ProcessSignal.ThawAsync(edge.Process.Id, cancel);
        await Eventually.HoldsAsync(async () => (await edge.StatusAsync(cancel)).Broker, "the box is back", TimeSpan.FromMinutes(5), cancel);
        var watch = new LiveWatch(edge, hub, Path.Combine(centre, "ledger.db"));
        var took = await watch.RunAsync(backlog, cancel);

        report.Check(watch.Memory - memory <= MaxGrowth, Line($"edge memory: {memory / 1048576.0:0.0} MB before, {watch.Memory / 1048576.0:0.0} MB at most (limit +10 MB); the hub's {watch.HubMemory / 1048576.0:0.0} MB at most"));
        var delays = Quantiles.Of(watch.Delays);
        report.Check(delays.At(1) <= LiveLimit, Line($"live entries, disk to ledger, meanwhile: {delays}, longest {delays.At(1).TotalMilliseconds:0} ms (limit {LiveLimit.TotalSeconds} s)"));
        return took;
    }

    static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
