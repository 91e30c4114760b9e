using System.CommandLine;
using System.Globalization;
using Checkpoint.Testing.Faults;

namespace Checkpoint.Lab.Bench.Faults;

/// <summary><c>bench faults</c>: how long a gate takes to decide and to signal while something is wrong, beside calm times of the same run.</summary>
static class FaultsBench
{
    static readonly Condition[] Order = [Condition.NetworkDown, Condition.DiskFull, Condition.Backlog, Condition.BrokerHostile];

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var rounds = LimitedOption.Create("--rounds", "Rounds: each fault once, a calm time before each.", 8, 2, 200);
        var seconds = LimitedOption.Create("--seconds", "Length of each time.", 30, 10, 600);
        var speed = LimitedOption.Create("--speed", "How much faster than real time people come. What is timed is real time at any speed.", 10, 1, 20);
        var backlog = LimitedOption.Create("--backlog", "Entries that wait as the draining begins.", 150_000, 1000, 200_000);
        var disk = new Option<string>("--disk") { Description = "Folder on the disk that is meant.", DefaultValueFactory = _ => Path.GetTempPath() };
        var command = new Command("faults", "Time a gate with the network down, the disk full, a backlog draining and a hostile broker.") { rounds, seconds, speed, backlog, disk };
        command.Validators.Add(result =>
        {
            if ((long)result.GetValue(rounds) * result.GetValue(backlog) > FaultsOptions.MostEntries)
                result.AddError($"--rounds times --backlog: expected at most {FaultsOptions.MostEntries} entries, which the journal's disk holds.");
        });
        command.SetAction((given, cancel) => RunAsync(
            new(given.GetValue(rounds), given.GetValue(seconds), given.GetValue(speed), given.GetValue(backlog), given.GetValue(disk)!), cancel));
        return command;
    }

    static async Task<int> RunAsync(FaultsOptions options, CancellationToken cancel)
    {
        var report = new Report();
        Report.Note(string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} processors, {System.Runtime.InteropServices.RuntimeInformation.OSDescription}, .NET {Environment.Version}; {options}"));
        Report.Note("gate on processor 0; broker, hub, code reader and this program on processor 1; journal on ext4 in a file; cable in a network namespace");
        if (!FaultSite.IsPossible)
        {
            report.Check(good: false, "needs root, the loop device, mkfs.ext4, network namespaces, tc and two processors");
            return report.Close();
        }

        var book = new LatencyBook();
        using var flat = new FlatScheduling();
        await using (var site = await FaultSite.StartAsync(options, cancel))
        {
            await site.WarmAsync(cancel);
            await site.SettleAsync(cancel);
            await site.TakeTimesAsync(cancel);
            await MeasureAsync(new(site, options, TimeProvider.System), book, options, cancel);
        }

        book.Judge(report);
        return report.Close();
    }

    static async Task MeasureAsync(ConditionRun run, LatencyBook book, FaultsOptions options, CancellationToken cancel)
    {
        for (var round = 1; round <= options.Rounds; round++)
        {
            foreach (var fault in Order)
            {
                book.Add(await run.MeasureAsync(Condition.Calm, cancel));
                var under = await run.MeasureAsync(fault, cancel);
                book.Add(under);
                Report.Note($"{round}/{options.Rounds} {fault}: {Quantiles.Of(under.Of(GateStep.Signal))}; {under.Evidence}");
            }
        }
    }
}
