namespace Checkpoint.Sensing.Baselines;

public sealed class SisterWatchTests
{
    static readonly SisterWatch Watch = new();

    [Theory]
    [InlineData(35.00, Drift.None)]
    [InlineData(35.20, Drift.None)]
    [InlineData(35.21, Drift.ApartFromSisters)]
    [InlineData(34.79, Drift.ApartFromSisters)]
    public void A_device_apart_from_its_sisters_is_told_of(double level, Drift drift) =>
        Watch.Judge(new(level, 100), settledAt: null, Sisters(34.90, 35.00, 35.10)).ShouldBe(drift);

    [Fact]
    public void A_device_that_moved_alone_with_nobody_to_ask_wants_a_calibration()
    {
        Watch.Judge(new(35.20, 100), settledAt: 35.00, []).ShouldBe(Drift.None);
        Watch.Judge(new(35.21, 100), settledAt: 35.00, []).ShouldBe(Drift.Moved);
    }

    [Fact]
    public void Sisters_that_moved_together_saw_other_people() =>
        Watch.Judge(new(35.30, 100), settledAt: 35.00, Sisters(35.25, 35.35)).ShouldBe(Drift.PeopleMoved);

    [Fact]
    public void A_device_that_has_seen_few_is_not_judged_and_judges_nobody()
    {
        Watch.Judge(new(36.00, 99), settledAt: 35.00, Sisters(35.00)).ShouldBe(Drift.Unknown);
        Watch.Judge(new(36.00, 100), settledAt: null, [new(35.00, 99)]).ShouldBe(Drift.None);
    }

    static DeviceLevel[] Sisters(params double[] levels) => [.. levels.Select(level => new DeviceLevel(level, 500))];
}
