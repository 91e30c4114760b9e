using Checkpoint.Testing;

namespace Checkpoint.Sensing.Sampling;

public sealed class WarmUpTests
{
    [Theory]
    [InlineData(4.99, Readiness.WarmingUp)]
    [InlineData(5, Readiness.Provisional)]
    [InlineData(29.99, Readiness.Provisional)]
    [InlineData(30, Readiness.Ready)]
    public void A_steady_die_is_believed_by_its_time_switched_on(double minutes, Readiness readiness) =>
        Run(minutes, _ => 0).At(TimeSpan.FromMinutes(minutes)).ShouldBe(readiness);

    [Theory]
    [InlineData(4, Readiness.Ready)]
    [InlineData(6, Readiness.WarmingUp)]
    public void A_die_that_drifts_by_more_than_five_hundredths_a_minute_is_not_believed(double slope, Readiness readiness) =>
        Run(40, minute => slope * minute).At(TimeSpan.FromMinutes(40)).ShouldBe(readiness);

    [Fact]
    public void A_cooling_die_is_not_believed_either() =>
        Run(40, minute => -6 * minute).At(TimeSpan.FromMinutes(40)).ShouldBe(Readiness.WarmingUp);

    [Fact]
    public void One_step_of_the_sensor_is_no_drift() =>
        Run(40, minute => minute > 39 ? 2 : 0).At(TimeSpan.FromMinutes(40)).ShouldBe(Readiness.Ready);

    [Fact]
    public void A_die_that_was_not_read_lately_is_not_believed() =>
        Run(40, _ => 0).At(TimeSpan.FromMinutes(43)).ShouldBe(Readiness.WarmingUp);

    [Fact]
    public void Readings_that_come_fast_are_kept_no_closer_than_the_spacing()
    {
        var warmUp = WarmUp.From(new(), TimeSpan.Zero).Add(TimeSpan.Zero, Some.Surface(30_00));

        warmUp.Add(TimeSpan.FromSeconds(9.9), Some.Surface(30_00)).Die.Length.ShouldBe(1);
        warmUp.Add(TimeSpan.FromSeconds(10), Some.Surface(30_00)).Die.Length.ShouldBe(2);
    }

    [Fact]
    public void No_more_readings_are_kept_than_there_is_room_for()
    {
        var warmUp = WarmUp.From(new() { Spacing = TimeSpan.Zero }, TimeSpan.Zero);

        for (var i = 0; i < 100; i++)
            warmUp = warmUp.Add(TimeSpan.FromSeconds(i), Some.Surface(30_00));

        warmUp.Die.Length.ShouldBe(WarmUpRule.MostReadings);
    }

    static WarmUp Run(double minutes, Func<double, double> drift)
    {
        var warmUp = WarmUp.From(new(), TimeSpan.Zero);
        for (var at = TimeSpan.FromMinutes(minutes - 2.5); at <= TimeSpan.FromMinutes(minutes); at += TimeSpan.FromSeconds(10))
            warmUp = warmUp.Add(at, Some.Surface(30_00 + (int)Math.Round(drift(at.TotalMinutes))));
        return warmUp;
    }
}
