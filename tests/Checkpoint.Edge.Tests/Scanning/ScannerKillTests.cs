using System.Globalization;
using Checkpoint.Testing.Programs;

namespace Checkpoint.Edge.Scanning;

/// <summary>The short form of <c>checkpoint-lab scanner-kill</c>.</summary>
public sealed class ScannerKillTests
{
    const int Seconds = 4;

    // The first four of seeds/demo/crowd.json; in real time nobody passes in less than a second.
    static readonly string[] Intended =
    [
        "1 admit all-in-order", "2 admit all-in-order", "3 recheck temperature-high", "3 admit all-in-order", "4 admit all-in-order",
    ];

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killing_the_scanner_every_second_loses_no_entry()
    {
        using var folder = new GateFolder();
        folder.Set("Devices:Simulation:Passages", Seconds.ToString(CultureInfo.InvariantCulture));
        await using var gate = await GateProcess.StartAsync(folder, new Dictionary<string, string>(StringComparer.Ordinal), Cancel);

        var kills = 0;
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (!(await gate.JsonAsync("api/v1/status", Cancel)).GetProperty("crowdDone").GetBoolean())
        {
            await timer.WaitForNextTickAsync(Cancel);
            foreach (var scanner in ScannerChildren.Of(gate.Id))
            {
                await ProcessSignal.KillAsync(scanner, Cancel);
                kills++;
            }
        }

        var journal = await gate.JsonAsync("api/v1/journal?limit=1000", Cancel);
        journal.GetProperty("records").EnumerateArray()
            .Select(entry => $"{entry.GetProperty("passage")} {entry.GetProperty("verdict").GetString()} {entry.GetProperty("reasons")[0].GetString()}")
            .ShouldBe(Intended);
        kills.ShouldBeGreaterThanOrEqualTo(Seconds);
    }
}
