namespace Checkpoint.Testing.Chaos;

/// <summary>Draws a schedule of faults from a seed: the same seed and the same kinds give the same schedule on every machine.</summary>
/// <param name="options">How many faults, and in what time.</param>
/// <param name="targets">Where each kind can strike on this site; a kind without a target is left out.</param>
public sealed class FaultSchedule(ChaosOptions options, IReadOnlyDictionary<ChaosFault, IReadOnlyList<FaultTarget>> targets)
{
    // What a start takes at most, so that the next fault does not meet a program that is not there.
    static readonly TimeSpan Start = TimeSpan.FromSeconds(4);

    readonly Dice dice = new(options.Seed);
    readonly Dictionary<FaultTarget, TimeSpan> busy = [];

    /// <summary>Draws it.</summary>
    public IReadOnlyList<PlannedFault> Draw()
    {
        var kinds = options.Kinds.Where(kind => targets.GetValueOrDefault(kind)?.Count > 0).SelectMany(kind => Enumerable.Repeat(kind, WeightOf(kind))).ToList();
        var schedule = new List<PlannedFault>(options.Faults);
        var mean = options.Span / options.Faults;
        var at = TimeSpan.Zero;
        for (var number = 1; number <= options.Faults; number++)
        {
            at += mean * (0.5 + (dice.Roll(1000) / 1000.0));
            schedule.Add(DrawOne(number, kinds, at));
        }

        return schedule;
    }

    // Where everything drawn is still at it, the last one drawn waits for it.
    PlannedFault DrawOne(int number, List<ChaosFault> kinds, TimeSpan at)
    {
        const int enough = 20;
        var kind = kinds[dice.Roll(kinds.Count)];
        var target = TargetOf(kind);
        for (var i = 0; i < enough && busy.GetValueOrDefault(target) > at; i++)
        {
            kind = kinds[dice.Roll(kinds.Count)];
            target = TargetOf(kind);
        }

        var length = LengthOf(kind);
        busy[target] = at + length + (target.Part == SitePart.Line ? TimeSpan.Zero : Start);
        return new(number, kind, target, at, length, dice.Roll(100));
    }

    FaultTarget TargetOf(ChaosFault kind) => targets[kind] is var places ? places[dice.Roll(places.Count)] : default;

    TimeSpan LengthOf(ChaosFault kind) => kind switch
    {
        ChaosFault.EdgePaused or ChaosFault.HubPaused or ChaosFault.BrokerPaused => Pause(),
        ChaosFault.LineReset or ChaosFault.LineHalfOpen or ChaosFault.ClockStepped => TimeSpan.Zero,
        ChaosFault.EdgeKilled or ChaosFault.HubKilled or ChaosFault.BrokerKilled or ChaosFault.BrokerForgets => Seconds(0, 3),
        ChaosFault.CableCut or ChaosFault.CableThrottled or ChaosFault.LineStalled => Seconds(2, 12),
        ChaosFault.JournalReadOnly => Seconds(1, 4),
        _ => Seconds(1, 8),
    };

    // Most are short; some are as long as they may be.
    TimeSpan Pause()
    {
        var share = dice.Roll(1000) / 1000.0;
        return TimeSpan.FromSeconds(1) + ((options.LongestPause - TimeSpan.FromSeconds(1)) * share * share * share);
    }

    TimeSpan Seconds(int least, int most) => TimeSpan.FromMilliseconds((least * 1000) + dice.Roll((most - least) * 1000));

    static int WeightOf(ChaosFault kind) => kind switch
    {
        ChaosFault.EdgeKilled or ChaosFault.HubKilled or ChaosFault.BrokerKilled or ChaosFault.BrokerForgets => 4,
        ChaosFault.LineHalfOpen => 1,
        _ => 2,
    };
}
