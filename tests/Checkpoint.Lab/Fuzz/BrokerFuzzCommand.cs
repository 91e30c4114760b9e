using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using Checkpoint.Hosting.Mqtt;

namespace Checkpoint.Lab.Fuzz;

/// <summary>Has the link of box and hub call a broker that says spoiled packets: <c>fuzz-broker --calls N --seed S</c>.</summary>
static partial class BrokerFuzzCommand
{
    const int DefaultCalls = 20_000;
    const int ProgressEvery = 5000;
    const long MaxGrowthBytes = 32 * 1024 * 1024;

    /// <summary>Calls after which the process has taken the memory that it needs anyway.</summary>
    const int WarmUp = 2000;

    static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(2);

    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var calls = LimitedOption.Create("--calls", "How many times it calls.", DefaultCalls, 1, 10_000_000);
        var seed = LimitedOption.Create("--seed", "Decides what is said.", 1, 0, int.MaxValue);
        var command = new Command("fuzz-broker", "Call a broker that says spoiled packets: the program must live, keep its memory, and connect to a good one afterwards.")
        {
            calls, seed,
        };
        command.SetAction((result, cancel) => RunAsync(result.GetValue(calls), result.GetValue(seed), cancel));
        return command;
    }

    static async Task<int> RunAsync(int calls, int seed, CancellationToken cancel)
    {
        using var broker = new HostileBroker(new(seed));
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var serving = broker.ServeAsync(over.Token);
        using var link = new MosquittoLink(
            new(broker.Endpoint, "fuzzed", TimeSpan.FromHours(1), ["filter"], Will: null) { AnswerTimeout = AnswerTimeout }, TimeProvider.System);

        var reasons = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var before = 0L;
        for (var call = 0; call < calls; call++)
        {
            before = call == WarmUp ? Environment.WorkingSet : before;
            var reason = await EndOfCallAsync(link, cancel);
            reasons[reason] = reasons.GetValueOrDefault(reason) + 1;
            if (call % ProgressEvery == 0)
                await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{call} calls, {broker.Packets} packets"));
        }

        var growth = calls > WarmUp ? Environment.WorkingSet - before : 0;
        Report.Note("how the calls ended:");
        foreach (var (reason, count) in reasons)
            Report.Note($"{count,10}  {reason}");

        var report = new Report();
        report.Check(broker.Packets > calls, string.Create(CultureInfo.InvariantCulture, $"{calls} calls, {broker.Packets} packets, seed {seed}: the program lives"));
        report.Check(growth < MaxGrowthBytes, string.Create(CultureInfo.InvariantCulture, $"memory grew by {growth / 1024.0 / 1024:0.0} MB (limit {MaxGrowthBytes / 1024 / 1024})"));
        broker.IsGood = true;
        link.Connect();
        report.Check(await link.Events.ReadAsync(cancel) is MqttEvent.Connected, "it connects to a good broker afterwards");
        await over.CancelAsync();
        await serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return report.Close();
    }

    [GeneratedRegex("0x[0-9A-F]+|[0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Figure();

    static async Task<string> EndOfCallAsync(MosquittoLink link, CancellationToken cancel)
    {
        link.Connect();
        while (true)
        {
            if (await link.Events.ReadAsync(cancel) is MqttEvent.Disconnected end)
                return Figure().Replace(end.Reason[(end.Reason.IndexOf(' ', StringComparison.Ordinal) + 1)..], "N");
        }
    }
}
