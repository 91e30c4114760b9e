using System.Collections.Concurrent;
using System.Globalization;
using Checkpoint.Testing.Programs;

namespace Checkpoint.Testing.Chaos;

/// <summary>Real boxes, a real broker, a real hub, a schedule of faults, healing, and judgement.</summary>
/// <param name="broker">A broker that runs; the caller's to close.</param>
/// <param name="options">How hard.</param>
/// <param name="clock">Real time.</param>
/// <param name="tell">Told what happens, a line each.</param>
public sealed class ChaosRun(ChaosBroker broker, ChaosOptions options, TimeProvider clock, Action<string> tell)
{
    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);
    static readonly TimeSpan Tell = TimeSpan.FromSeconds(30);

    readonly ConcurrentDictionary<FaultTarget, Task> last = new();
    readonly ConcurrentDictionary<int, string> failures = new();

    /// <summary>Runs it.</summary>
    /// <param name="folder">An empty folder for journals, ledger and logs.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="InvalidOperationException">The site did not start.</exception>
    public async Task<ChaosResult> RunAsync(string folder, CancellationToken cancel)
    {
        await using var site = new ChaosSite(broker, options, clock);
        await site.StartAsync(folder, cancel);
        var schedule = new FaultSchedule(options, site.Targets()).Draw();
        var watch = new HealingWatch(site.Gates, clock);
        using var watching = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var watched = watch.RunAsync(watching.Token);

        await InflictAsync(schedule, new(site, options.Speed, clock), watch, cancel);
        tell($"the last fault is over: {watch.Line()}");
        await HealAsync(watch, cancel);
        await watching.CancelAsync();
        await watched;

        return new(schedule, watch.Healed, failures, watch.WorstDepth, await JudgeAsync(site, cancel));
    }

    async Task InflictAsync(IReadOnlyList<PlannedFault> schedule, FaultHand hand, HealingWatch watch, CancellationToken cancel)
    {
        var start = clock.GetTimestamp();
        var told = TimeSpan.Zero;
        foreach (var fault in schedule)
        {
            if (fault.At - clock.GetElapsedTime(start) is var wait && wait > TimeSpan.Zero)
                await Task.Delay(wait, clock, cancel);
            var before = last.GetValueOrDefault(fault.Target, Task.CompletedTask);
            last[fault.Target] = AfterAsync(before, fault, hand, watch, cancel);
            if (clock.GetElapsedTime(start) is var now && now - told >= Tell)
            {
                told = now;
                tell($"{now:mm\\:ss} fault {fault.Number} of {schedule.Count}, {watch.Open} open: {watch.Line()}");
            }
        }

        await Task.WhenAll(last.Values);
    }

    async Task AfterAsync(Task before, PlannedFault fault, FaultHand hand, HealingWatch watch, CancellationToken cancel)
    {
        await before;
        try
        {
            await hand.InflictAsync(fault, cancel);
        }
        catch (Exception error) when (error is InvalidOperationException or TimeoutException or IOException)
        {
            failures[fault.Number] = error.Message;
            tell($"FAILED  {fault}: {error.Message}");
        }

        watch.Note(fault);
    }

    async Task HealAsync(HealingWatch watch, CancellationToken cancel)
    {
        try
        {
            await Eventually.HoldsAsync(() => Task.FromResult(watch.Open == 0), "every fault is healed", options.Patience, cancel);
        }
        catch (TimeoutException)
        {
            tell($"not healed in {options.Patience}: {watch.Line()}"); // counted as faults that were not survived
        }
    }

    // The crowd goes home: each box is stopped in order, and one more person comes to it.
    async Task<IReadOnlyList<ChaosFinding>> JudgeAsync(ChaosSite site, CancellationToken cancel)
    {
        var findings = new List<ChaosFinding>();
        foreach (var gate in site.Gates)
        {
            var code = gate.Program is null ? null : await StopAsync(gate.Program);
            findings.Add(new(code == 0, $"{gate.Name}: ran to the end and stopped in order ({code?.ToString(CultureInfo.InvariantCulture) ?? "it did not run"})"));
            await gate.StopAsync();
            await gate.StartAsync(passages: 1, options.Speed, cancel);
        }

        foreach (var gate in site.Gates)
        {
            await DrainAsync(gate, cancel);
            findings.AddRange(await ChaosJudge.JudgeAsync(gate.Name, gate.Program!.Page, gate.Recording, gate.LogFile, site.Hub.Program!, cancel));
        }

        return findings;
    }

    static async Task<int?> StopAsync(EdgeProgram program) => await program.Process.StopAsync();

    async Task DrainAsync(ChaosGate gate, CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(Look, clock);
        var start = clock.GetTimestamp();
        while (await gate.Program!.StatusAsync(cancel) is not { CrowdDone: true } status || status.Released != status.Written)
        {
            if (clock.GetElapsedTime(start) > options.Patience)
                return; // the judge says what is missing
            await timer.WaitForNextTickAsync(cancel);
        }
    }
}
