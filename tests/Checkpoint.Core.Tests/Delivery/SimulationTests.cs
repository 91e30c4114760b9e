using Checkpoint.Testing.Simulation;

namespace Checkpoint.Delivery;

public sealed class SimulationTests
{
    const int Seeds = 500;

    /// <summary>A mistake must be found within so many worlds.</summary>
    const int SeedsToFind = 10_000;

    [Fact]
    public void Whatever_fails_every_invariant_holds()
    {
        var tally = new SimulationTally();
        for (var seed = 0UL; seed < Seeds; seed++)
            SimulatedWorld.Run(seed, SeededBug.None, tally).Broken.ShouldBeNull($"seed {seed}");

        Enum.GetValues<FaultKind>().Where(kind => tally.Of(kind) == 0).ShouldBeEmpty("every fault occurred");
    }

    [Theory]
    [InlineData(SeededBug.ReleaseOnPuback)]
    [InlineData(SeededBug.WatermarkBeforeCommit)]
    [InlineData(SeededBug.NonContiguousWatermark)]
    [InlineData(SeededBug.WallClockOrder)]
    [InlineData(SeededBug.DedupByMessageId)]
    public void The_mistakes_of_others_are_found(SeededBug bug)
    {
        var found = 0UL;
        while (found < SeedsToFind && SimulatedWorld.Run(found, bug, new()).Broken is null)
            found++;

        found.ShouldBeLessThan((ulong)SeedsToFind);
        var shortest = SimulatedWorld.Shortest(found, bug);
        shortest.Broken.ShouldNotBeNull();
        shortest.Trace[^1].ShouldContain(shortest.Broken);
    }

    [Fact]
    public void The_same_seed_is_the_same_world()
    {
        var first = SimulatedWorld.Run(7, SeededBug.None, new(), isTraced: true);
        var again = SimulatedWorld.Run(7, SeededBug.None, new(), isTraced: true);

        again.Trace.ShouldBe(first.Trace);
        first.Trace.ShouldNotBeEmpty();
    }
}
