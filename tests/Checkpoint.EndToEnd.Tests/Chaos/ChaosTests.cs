using Checkpoint.Testing;
using Checkpoint.Testing.Chaos;

namespace Checkpoint.EndToEnd.Chaos;

public sealed class ChaosTests
{
    // What any user may do to processes and lines; disks, cables and clocks are the Lab's.
    static readonly ChaosFault[] Kinds =
    [
        ChaosFault.EdgeKilled, ChaosFault.HubKilled, ChaosFault.BrokerKilled, ChaosFault.BrokerForgets,
        ChaosFault.EdgePaused, ChaosFault.HubPaused, ChaosFault.BrokerPaused,
        ChaosFault.LineSlow, ChaosFault.LineStalled, ChaosFault.LineStalledUp, ChaosFault.LineStalledDown,
        ChaosFault.LineSplit, ChaosFault.LineReset, ChaosFault.LineHalfOpen, ChaosFault.LineRefused,
    ];

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Half_a_minute_of_chaos_loses_nothing_that_a_light_had_shown_and_doubles_nothing()
    {
        using var folder = new TempFolder();
        await using var broker = await ChaosBroker.MosquittoAsync(Cancel);
        var options = new ChaosOptions(TimeSpan.FromSeconds(30), Faults: 20, Seed: 11, Gates: 2)
        {
            Kinds = Kinds,
            LongestPause = TimeSpan.FromSeconds(5),
        };

        var result = await new ChaosRun(broker, options, TimeProvider.System, TestContext.Current.SendDiagnosticMessage).RunAsync(folder.Path, Cancel);

        result.Findings.Where(finding => !finding.Good).ShouldBeEmpty();
        result.Schedule.Where(fault => !result.Survived(fault)).ShouldBeEmpty();
        result.Schedule.Count.ShouldBe(options.Faults);
    }
}
