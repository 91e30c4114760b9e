using Checkpoint.Testing.Simulation;

namespace Checkpoint.Lab.Simulate;

/// <summary>What became of many seeds.</summary>
/// <param name="Tally">What happened in all of them.</param>
/// <param name="Failures">Worlds where an invariant broke, by seed.</param>
sealed record SeedRun(SimulationTally Tally, IReadOnlyList<SimulationOutcome> Failures)
{
    /// <summary>Failures that are kept; the rest is counted no more.</summary>
    const int MaxFailures = 1000;

    const int TellEvery = 50_000;

    /// <summary>Runs them on every core; which core runs which has no bearing on any of them.</summary>
    /// <param name="from">The first.</param>
    /// <param name="seeds">How many.</param>
    /// <param name="bug">A mistake to put in.</param>
    /// <param name="tell">Told now and then how many are done.</param>
    public static SeedRun Of(ulong from, int seeds, SeededBug bug, Action<int> tell)
    {
        var done = 0;
        var all = new SimulationTally();
        var failures = new List<SimulationOutcome>();
        var turn = new Lock();
        Parallel.For(0, seeds, () => new SimulationTally(), (i, loop, tally) =>
        {
            var outcome = SimulatedWorld.Run(from + (ulong)i, bug, tally);
            if (Interlocked.Increment(ref done) is var count && count % TellEvery == 0)
                tell(count);
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
