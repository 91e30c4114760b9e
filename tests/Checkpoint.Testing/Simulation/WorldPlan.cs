using System.Collections.Immutable;

namespace Checkpoint.Testing.Simulation;

/// <summary>What a seed stands for: a world and everything that goes wrong in it.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Boxes">Boxes that stand there from the beginning.</param>
/// <param name="Backlog">Entries that the first box has written before.</param>
/// <param name="Trouble">How long things go wrong; then everything is mended.</param>
/// <param name="PassEvery">Mean time between two people at a gate.</param>
/// <param name="Faults">What goes wrong.</param>
sealed record WorldPlan(ulong Seed, int Boxes, int Backlog, TimeSpan Trouble, TimeSpan PassEvery, ImmutableArray<Fault> Faults)
{
    const int MaxFaults = 14;

    /// <summary>People who pass while things go wrong, at most; a smaller number makes a shorter trace.</summary>
    public int MaxPasses { get; init; } = int.MaxValue;

    /// <summary>Makes the world of a seed.</summary>
    public static WorldPlan Of(ulong seed)
    {
        var dice = new Dice(seed ^ 0x5EED_0000_0000UL);
        var boxes = 1 + dice.Roll(2);
        var trouble = TimeSpan.FromSeconds(40 + dice.Roll(160));
        var backlog = dice.Falls(12) ? dice.Roll(700) : dice.Roll(8);
        var every = TimeSpan.FromMilliseconds(400 + dice.Roll(4000));
        var faults = Enumerable.Range(0, 1 + dice.Roll(MaxFaults)).Select(_ => Pick(dice, boxes, trouble)).ToImmutableArray();
        if (faults.FirstOrDefault(fault => fault.Kind is FaultKind.Clone or FaultKind.Twin) is { } fight && dice.Falls(50))
            faults = faults.Add(fight with { Kind = FaultKind.SilentTakeover });
        return new(seed, boxes, backlog, trouble, every, faults);
    }

    static Fault Pick(Dice dice, int boxes, TimeSpan trouble)
    {
        var kind = (FaultKind)dice.Roll(Enum.GetValues<FaultKind>().Length);
        if (kind is FaultKind.Clone or FaultKind.Twin or FaultKind.CorruptStore or FaultKind.RolledBack && !dice.Falls(35))
            kind = FaultKind.LinkCut; // rare in the field, and long to heal
        var from = trouble * (dice.Roll(1000) / 1000.0);
        var length = TimeSpan.FromMilliseconds(dice.Falls(50) ? dice.Roll(5_000) : dice.Roll(60_000));
        var until = from + length < trouble ? from + length : trouble;
        return new(kind, dice.Roll(boxes), from, until, 1 + dice.Roll(100));
    }
}
