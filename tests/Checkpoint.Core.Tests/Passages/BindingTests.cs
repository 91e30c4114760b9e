using Checkpoint.Sensing.Screenings;
using Checkpoint.Testing.Binding;

namespace Checkpoint.Passages;

/// <summary>A short run of what <c>checkpoint-lab binding</c> proves at length.</summary>
public sealed class BindingTests
{
    const ulong Runs = 2000;

    [Theory]
    [InlineData(BindingClass.EdgesTrue, Sight.None)]
    [InlineData(BindingClass.EdgesTrue, Sight.ForeheadCentre)]
    [InlineData(BindingClass.CodesLate, Sight.None)]
    [InlineData(BindingClass.CodesLate, Sight.ForeheadCentre)]
    public void No_code_is_bound_to_the_face_of_another_where_edges_tell_the_truth(BindingClass kind, Sight sight)
    {
        var tally = Run(kind, sight);

        tally.Bound.ShouldBeGreaterThan(0);
        (tally.Wrong, tally.Tainted).ShouldBe((0, 0));
    }

    [Theory]
    [InlineData(BindingBug.EdgesIgnored, BindingClass.EdgesTrue)]
    [InlineData(BindingBug.FaceKept, BindingClass.EdgesTrue)]
    [InlineData(BindingBug.SightTimeLost, BindingClass.CodesLate)]
    public void A_gate_that_binds_wrongly_is_found(BindingBug bug, BindingClass kind)
    {
        Run(kind, Sight.None, bug).WrongRuns.ShouldBeGreaterThan(0);
        Run(kind, Sight.ForeheadCentre, bug).WrongRuns.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_gate_whose_presence_sensor_says_nothing_is_found() =>
        Run(BindingClass.NoEdges, Sight.ForeheadCentre).WrongRuns.ShouldBeGreaterThan(0);

    [Fact]
    public void One_seed_is_one_run()
    {
        var found = Run(BindingClass.NoEdges, Sight.None).Seeds[0];

        var once = BindingRun.Of(new(found, BindingClass.NoEdges, Sight.None), new(), isTraced: true);
        var again = BindingRun.Of(new(found, BindingClass.NoEdges, Sight.None), new(), isTraced: true);

        once.Wrong.ShouldNotBeNull();
        again.Wrong.ShouldBe(once.Wrong);
        again.Trace.ShouldBe(once.Trace);
    }

    static BindingTally Run(BindingClass kind, Sight sight, BindingBug bug = BindingBug.None)
    {
        var tally = new BindingTally();
        for (var seed = 0UL; seed < Runs; seed++)
            BindingRun.Of(new(seed, kind, sight, bug), tally);
        return tally;
    }
}
