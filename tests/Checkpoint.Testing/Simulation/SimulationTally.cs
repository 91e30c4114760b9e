using System.Runtime.InteropServices;

namespace Checkpoint.Testing.Simulation;

/// <summary>How often what happened, so that one sees what the simulation exercises. Not thread-safe.</summary>
public sealed class SimulationTally
{
    readonly Dictionary<string, long> steps = new(StringComparer.Ordinal);
    readonly long[] faults = new long[Enum.GetValues<FaultKind>().Length];

    /// <summary>What machines were told and what they answered, and how often.</summary>
    public IReadOnlyDictionary<string, long> Steps => steps;

    /// <summary>How often a fault took effect.</summary>
    public long Of(FaultKind kind) => faults[(int)kind];

    /// <summary>A fault took effect.</summary>
    internal void Hit(FaultKind kind) => faults[(int)kind]++;

    /// <summary>Something happened.</summary>
    internal void Count(string what) => CollectionsMarshal.GetValueRefOrAddDefault(steps, what, out _)++;

    /// <summary>Adds another's figures.</summary>
    public void Add(SimulationTally other)
    {
        foreach (var (what, count) in other.steps)
            CollectionsMarshal.GetValueRefOrAddDefault(steps, what, out _) += count;
        for (var kind = 0; kind < faults.Length; kind++)
            faults[kind] += other.faults[kind];
    }
}
