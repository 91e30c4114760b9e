using System.Globalization;
using Checkpoint.Testing.Faults;

namespace Checkpoint.Lab.Bench.Faults;

/// <summary>Brings a condition about, times the gate under it, proves that it was there, and ends it.</summary>
sealed class ConditionRun(FaultSite site, FaultsOptions options, TimeProvider clock)
{
    // The first passages of a condition belong to its beginning.
    static readonly TimeSpan Lead = TimeSpan.FromSeconds(1);

    /// <summary>One time under a condition. The gate is well before and after.</summary>
    public async Task<ConditionRound> MeasureAsync(Condition condition, CancellationToken cancel)
    {
        await BeginAsync(condition, cancel);
        var reader = await site.PlaceReaderAsync(cancel);
        await Task.Delay(Lead, clock, cancel);
        var calls = site.Line.Called;
        var from = clock.GetUtcNow();
        var acts = await LiveAsync(condition, cancel);
        var to = clock.GetUtcNow();
        var used = site.Disk.Used;
        calls = site.Line.Called - calls;
        var isUndisturbed = site.Reads(reader);
        await EndAsync(condition, cancel);
        await site.SettleAsync(cancel);

        var times = (await site.TakeTimesAsync(cancel)).Where(timing => timing.At >= from && timing.At < to).ToList();
        var round = Prove(condition, times, used, acts, calls);
        return isUndisturbed ? round : round with { IsProven = false, Evidence = round.Evidence + "; the code reader was lost and took the gate's processor" };
    }

    static ConditionRound Prove(Condition condition, List<GateTiming> times, double used, int acts, int calls) => condition switch
    {
        _ when times.Count == 0 => new(condition, times, IsProven: false, "nobody passed"),
        Condition.NetworkDown => new(condition, times, Grew(times), Line($"{times[^1].Waiting - times[0].Waiting} entries were kept and none delivered")),
        Condition.DiskFull => new(condition, times, used >= FaultsOptions.Full - 0.0005, Line($"{used:0.0 %} of the disk in use")),
        Condition.Backlog => OfBacklog([.. times.Where(timing => timing.Waiting >= FaultsOptions.DrainedBelow)]),
        Condition.BrokerHostile => new(condition, times, calls > 0, Line($"{acts} disturbances, {calls} calls")),
        _ => new(condition, times, times.TrueForAll(timing => timing.Waiting < FaultsOptions.DrainedBelow) && used < 0.9, Line($"{times.Max(timing => timing.Waiting)} entries waited at most")),
    };

    async Task BeginAsync(Condition condition, CancellationToken cancel)
    {
        switch (condition)
        {
            case Condition.NetworkDown:
                await site.Host.CutAsync(cancel);
                break;
            case Condition.DiskFull:
                site.Disk.FillTo(FaultsOptions.Full);
                break;
            case Condition.Backlog:
                site.Line.Fault = LineFault.Refused;
                site.Line.Reset();
                await site.GrowAsync(options.Backlog, cancel);
                site.Line.Fault = LineFault.None;
                await site.LinkedAsync(cancel);
                break;
        }
    }

    async Task<int> LiveAsync(Condition condition, CancellationToken cancel)
    {
        if (condition != Condition.BrokerHostile)
        {
            await Task.Delay(options.Length, clock, cancel);
            return 0;
        }

        var hand = new HostileHand(site.Line, clock);
        await hand.DisturbAsync(clock.GetUtcNow() + options.Length, cancel);
        return hand.Acts;
    }

    async Task EndAsync(Condition condition, CancellationToken cancel)
    {
        if (condition == Condition.NetworkDown)
            await site.Host.MendAsync(cancel);
        if (condition == Condition.DiskFull)
            await site.Disk.FreeAsync(cancel);
    }

    static ConditionRound OfBacklog(List<GateTiming> draining)
    {
        if (draining.Count < 2)
            return new(Condition.Backlog, draining, IsProven: false, "the backlog was gone at once");
        var drained = draining[0].Waiting - draining[^1].Waiting;
        var seconds = (draining[^1].At - draining[0].At).TotalSeconds;
        return new(Condition.Backlog, draining, drained > FaultsOptions.DrainedBelow, Line($"{drained} entries drained in {seconds:0} s, {drained / seconds:0} a second"));
    }

    static bool Grew(List<GateTiming> times) => times.Zip(times.Skip(1)).All(pair => pair.Second.Waiting >= pair.First.Waiting);

    static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
