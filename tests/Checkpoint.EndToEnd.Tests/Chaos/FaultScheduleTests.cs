using Checkpoint.Testing.Chaos;

namespace Checkpoint.EndToEnd.Chaos;

public sealed class FaultScheduleTests
{
    static readonly Dictionary<ChaosFault, IReadOnlyList<FaultTarget>> Targets = Enum.GetValues<ChaosFault>()
        .ToDictionary(kind => kind, IReadOnlyList<FaultTarget> (kind) => kind == ChaosFault.CableCut ? [] : [new(SitePart.Box, 0), new(SitePart.Line, 1)]);

    [Fact]
    public void One_seed_gives_one_schedule() => Draw(7).ShouldBe(Draw(7));

    [Fact]
    public void Another_seed_gives_another() => Draw(8).ShouldNotBe(Draw(7));

    [Fact]
    public void All_faults_come_within_their_span_and_in_order()
    {
        var times = Draw(7).Select(fault => fault.At).ToList();

        times.ShouldBe(times.Order());
        times.Count.ShouldBe(500);
        times[^1].ShouldBeInRange(TimeSpan.FromSeconds(900), TimeSpan.FromSeconds(1100));
    }

    [Fact]
    public void Every_kind_that_has_a_target_comes_and_no_other()
    {
        var kinds = Draw(7).Select(fault => fault.Kind).ToHashSet();

        kinds.ShouldBe(Enum.GetValues<ChaosFault>().Except([ChaosFault.CableCut]), ignoreOrder: true);
    }

    static IReadOnlyList<PlannedFault> Draw(ulong seed) =>
        new FaultSchedule(new(TimeSpan.FromSeconds(1000), Faults: 500, seed, Gates: 2), Targets).Draw();
}
