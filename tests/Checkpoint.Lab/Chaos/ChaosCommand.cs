using System.CommandLine;
using System.Globalization;
using Checkpoint.Testing.Chaos;
using Checkpoint.Testing.Programs;

namespace Checkpoint.Lab.Chaos;

/// <summary>
/// <c>chaos</c>: real boxes, a real broker and a real hub, hit by everything that a seeded schedule says. Every light that was shown must be in
/// the ledger once.
/// </summary>
static class ChaosCommand
{
    const int SecondsPerFault = 2;

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var minutes = LimitedOption.Create("--minutes", "How long faults come.", 5, 1, 24 * 60);
        var faults = LimitedOption.Create("--faults", "How many; one every two seconds if not given.", 0, 0, 100_000);
        var seed = LimitedOption.Create("--seed", "Decides all of them.", 1, 0, int.MaxValue);
        var gates = LimitedOption.Create("--gates", "Boxes.", 3, 1, 20);
        var broker = new Option<string>("--broker") { Description = "mosquitto, nats, rabbitmq or ejabberd.", DefaultValueFactory = _ => "mosquitto" };
        broker.AcceptOnlyFromAmong([.. ChaosBrokers.Names]);
        var hubDb = new Option<string?>("--hub-db") { Description = "The hub's ledger in PostgreSQL: Host=…; an empty database. SQLite on a small disk if not given." };
        var plan = new Option<bool>("--plan") { Description = "Print the schedule." };

        var command = new Command("chaos", "Kill, hang, cut and fill everything around a real site, and lose nothing.")
        {
            minutes, faults, seed, gates, broker, hubDb, plan,
        };
        command.SetAction((arguments, cancel) =>
        {
            var span = TimeSpan.FromMinutes(arguments.GetValue(minutes));
            var count = arguments.GetValue(faults) is > 0 and var asked ? asked : (int)span.TotalSeconds / SecondsPerFault;
            var options = new ChaosOptions(span, count, (ulong)arguments.GetValue(seed), arguments.GetValue(gates)) { HubDb = arguments.GetValue(hubDb) };
            return RunAsync(arguments.GetValue(broker)!, options, arguments.GetValue(plan), cancel);
        });
        return command;
    }

    static async Task<int> RunAsync(string name, ChaosOptions options, bool plan, CancellationToken cancel)
    {
        var folder = Path.Combine(ProgramProcess.RepositoryRoot(), ".run", string.Create(CultureInfo.InvariantCulture, $"chaos-{Environment.ProcessId}"));
        Directory.CreateDirectory(folder);
        Report.Note($"{Environment.ProcessorCount} processors, .NET {Environment.Version}; {name}, {options.Gates} boxes, {options.Faults} faults in {options.Span}, seed {options.Seed}");
        var result = await RunAsync(name, options, folder, cancel);

        if (plan || !result.IsGood)
            Print(result, options);
        var code = Close(result);
        if (code == 0)
            Directory.Delete(folder, recursive: true);
        else
            Report.Note($"Journals, ledger and logs: {folder}");
        return code;
    }

    static async Task<ChaosResult> RunAsync(string name, ChaosOptions options, string folder, CancellationToken cancel)
    {
        try
        {
            await using var broker = await ChaosBrokers.StartAsync(name, cancel);
            return await new ChaosRun(broker, options, TimeProvider.System, Report.Note).RunAsync(folder, cancel);
        }
        catch (OperationCanceledException error) when (!cancel.IsCancellationRequested)
        {
            throw new TimeoutException("A program did not answer in time.", error); // a command that was cancelled would end without a word
        }
    }

    static void Print(ChaosResult result, ChaosOptions options)
    {
        Report.Note($"seed {options.Seed}, the schedule:");
        foreach (var fault in result.Schedule)
            Report.Note(result.Survived(fault) ? fault.ToString() : $"{fault}  NOT SURVIVED {result.Failures.GetValueOrDefault(fault.Number)}");
    }

    static int Close(ChaosResult result)
    {
        Report.Note($"{"fault",-18}{"count",7}{"survived",10}{"longest healing",18}");
        foreach (var kind in result.Schedule.GroupBy(fault => fault.Kind).OrderBy(kind => kind.Key))
        {
            var healing = kind.Select(fault => result.Healed.GetValueOrDefault(fault.Number)).Max();
            Report.Note(string.Create(CultureInfo.InvariantCulture, $"{kind.Key,-18}{kind.Count(),7}{kind.Count(result.Survived),10}{healing.TotalSeconds,16:0.0} s"));
        }

        var longest = result.Healed.Values.DefaultIfEmpty().Max();
        Report.Note(string.Create(CultureInfo.InvariantCulture, $"worst outbox depth {result.WorstDepth} entries, longest healing {longest.TotalSeconds:0.0} s"));
        var report = new Report();
        foreach (var finding in result.Findings)
            report.Check(finding.Good, finding.Line);
        var survived = result.Schedule.Count(result.Survived);
        return report.Close(survived, result.Schedule.Count - survived);
    }
}
