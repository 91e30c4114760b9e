using System.Globalization;
using Checkpoint.Testing.Chaos;
using Checkpoint.Testing.Programs;

namespace Checkpoint.Testing.Kernel.Clocks;

/// <summary>
/// A real box in a guest of the kernel rig, a real broker, a real hub and a time server on this machine; a script of steps of the guest's own clock;
/// healing, and judgement.
/// </summary>
/// <param name="clock">The true time.</param>
/// <param name="tell">Told what came of each step.</param>
public sealed class KernelClockRun(TimeProvider clock, Action<MoveOutcome> tell)
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    static readonly TimeSpan PerStep = TimeSpan.FromMinutes(2);

    // WatchdogSec= of deploy/pi/systemd/checkpoint-edge.service: after so long systemd would kill it.
    static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(30);

    /// <summary>Runs it.</summary>
    /// <param name="folder">An empty folder for ledger, logs and what the guest says.</param>
    /// <param name="script">What to do.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>What was judged at the end; each step was told before.</returns>
    /// <exception cref="InvalidOperationException">Guest, broker, hub or box did not start.</exception>
    public async Task<IReadOnlyList<ChaosFinding>> RunAsync(string folder, IReadOnlyList<PlannedMove> script, CancellationToken cancel)
    {
        var shared = Directory.CreateDirectory(Path.Combine(folder, "guest")).FullName;
        await using var time = TimeServer.Open(TimeServer.Port, clock);
        await using var broker = await Broker.StartNewAsync(new(), cancel);
        var url = string.Create(CultureInfo.InvariantCulture, $"mqtt://127.0.0.1:{broker.Port}");
        await using var hub = await HubProgram.StartAsync(new(Directory.CreateDirectory(Path.Combine(folder, "hub")).FullName, url, [GuestBox.Name]), cancel);
        var port = FreePort.Next();
        await using var guest = KernelRig.Boot("clock.sh", shared, (port, GuestBox.GuestPort), Patience + (PerStep * script.Count));
        await guest.MeetAsync(cancel);
        using var box = new GuestBox(guest, shared, port, broker.Port, clock);
        await using var watch = new EntryWatch(box.Page, clock);
        await box.StartAsync(script[0].Zone, passages: 0, cancel);
        watch.Start();

        var steps = new ClockSteps(box, watch, clock);
        foreach (var move in script)
            tell(await steps.StepAsync(move, cancel));
        return await CloseAsync(box, hub, watch, steps, script[^1].Zone, cancel);
    }

    // The crowd goes home: the box is stopped in order, and one more person comes to it.
    static async Task<IReadOnlyList<ChaosFinding>> CloseAsync(
        GuestBox box, HubProgram hub, EntryWatch watch, ClockSteps steps, string zone, CancellationToken cancel)
    {
        var code = await box.StopAsync(cancel);
        var watchdog = box.Watchdog();
        await box.StartAsync(zone, passages: 1, cancel);
        await Eventually.HoldsAsync(
            () => Task.FromResult(watch.Last is { CrowdDone: true } status && status.Released == status.Written),
            "everything is confirmed",
            Patience,
            cancel);

        var rows = (await hub.LedgerAsync(GuestBox.Name, cancel)).OrderBy(row => row.Key.Seq).ToList();
        return
        [
            new(code == 0, $"ran to the end and stopped in order ({code})"),
            .. await ChaosJudge.JudgeAsync(GuestBox.Name, box.Page, box.Recording, box.LogFile, hub, cancel),
            .. new TimeJudge(rows, watch.Sightings, steps.Turns).Judge(),
            new(watchdog.Silence < LongestSilence, string.Create(CultureInfo.InvariantCulture, $"the watchdog was fed {watchdog.Beats} times, its longest silence {watchdog.Silence.TotalSeconds:0.0} s of {LongestSilence.TotalSeconds:0} s")),
        ];
    }
}
