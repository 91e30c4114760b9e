using Checkpoint.Testing.Simulation;

namespace Checkpoint.Lab.Simulate;

/// <summary>What became of many seeds.</summary>
/// <param name="Tally">What happened in all of them.</param>
/// <param name="Failures">Worlds where an invariant broke, by seed.</param>
sealed record SeedRun(SimulationTally Tally, IReadOnlyList<SimulationOutcome> Failures)
{
    /// <summary>Failures that are kept; the rest is counted no more.</summary>
    const int MaxFailures = 1000;

    /// <summary>Runs them on every core; which core runs which has no bearing on any of them.</summary>
    public static SeedRun Of(ulong from, int seeds, SeededBug bug)
    {
        var all = new SimulationTally();
        var failures = new List<SimulationOutcome>();
        var turn = new Lock();
        Parallel.For(0, seeds, () => new SimulationTally(), (i, loop, tally) =>
        {
            var outcome = SimulatedWorld.Run(from + (ulong)i, bug, tally);
            if (outcome.Broken is null)
                return tally;
            lock (turn)
            {
                failures.Add(outcome);
                if (failures.Count >= MaxFailures)
                    loop.Stop();
            }

            return tally;
        }, tally =>
        {
            lock (turn)
                all.Add(tally);
        });
        return new(all, [.. failures.OrderBy(failure => failure.Seed)]);
    }
}
