namespace Checkpoint.Testing.Simulation;

/// <summary>
/// The product's delivery machines in a world where everything fails: boxes, broker and hub in simulated time, one seed for one world.
/// Thread-safe: worlds share nothing.
/// </summary>
public static class SimulatedWorld
{
    /// <summary>Runs the world of a seed.</summary>
    /// <param name="seed">Which.</param>
    /// <param name="bug">A mistake to put in.</param>
    /// <param name="tally">Told what happened.</param>
    /// <param name="isTraced">Whether to keep what happened.</param>
    public static SimulationOutcome Run(ulong seed, SeededBug bug, SimulationTally tally, bool isTraced = false) =>
        Run(WorldPlan.Of(seed), bug, tally, isTraced);

    /// <summary>
    /// Finds the least that breaks an invariant in the world of a seed: leaves out one fault after the other, then people, as long as
    /// some invariant is still broken.
    /// </summary>
    /// <returns>The shortest run that was found, with its trace.</returns>
    public static SimulationOutcome Shortest(ulong seed, SeededBug bug)
    {
        var plan = WorldPlan.Of(seed);
        for (var before = -1; before != plan.Faults.Length;)
        {
            before = plan.Faults.Length;
            for (var i = plan.Faults.Length - 1; i >= 0; i--)
                plan = Shorter(plan, plan with { Faults = plan.Faults.RemoveAt(i) }, bug);
        }

        plan = Shorter(plan, plan with { Boxes = Math.Max(1, plan.Faults.Select(fault => fault.Box + 1).DefaultIfEmpty(1).Max()) }, bug);
        plan = Shorter(plan, plan with { Backlog = 0 }, bug);
        for (var passes = 512; passes >= 1; passes /= 2)
            plan = Shorter(plan, plan with { MaxPasses = passes }, bug);
        return Run(plan, bug, new(), isTraced: true);
    }

    static WorldPlan Shorter(WorldPlan plan, WorldPlan candidate, SeededBug bug) =>
        Run(candidate, bug, new(), isTraced: false).Broken is null ? plan : candidate;

    static SimulationOutcome Run(WorldPlan plan, SeededBug bug, SimulationTally tally, bool isTraced)
    {
        var world = new World(plan, BuggyMachines.Of(bug), tally, isTraced);
        string? broken = null;
        try
        {
            world.Run();
        }
        catch (InvariantException error)
        {
            broken = error.Message;
        }

        return new(plan.Seed, broken, world.Trace, [.. plan.Faults.Select(fault => fault.ToString())]);
    }
}
