using Checkpoint.Testing;

namespace Checkpoint.Sensing.Sampling;

public sealed class StableSegmentTests
{
    static readonly StableSegment Empty = StableSegment.Empty(new());

    [Fact]
    public void Eight_samples_at_rest_are_a_measurement()
    {
        var seven = See(Empty, 36_50, 36_52, 36_50, 36_48, 36_50, 36_50, 36_52);
        seven.Result().ShouldBeOfType<SegmentResult.Waiting>();

        var steady = See(seven, 36_50).Result().ShouldBeOfType<SegmentResult.Steady>();

        steady.Surface.ShouldBe(Some.Surface(36_50));
        steady.Samples.ShouldBe(8);
    }

    [Fact]
    public void A_wandering_spot_gives_its_upper_quantile()
    {
        var scanning = StableSegment.Empty(new() { Spot = SpotKind.Scanning });

        var steady = See(scanning, 36_40, 36_60, 36_42, 36_58, 36_44, 36_56, 36_50, 36_52, 36_46, 36_48, 36_54)
            .Result().ShouldBeOfType<SegmentResult.Steady>();

        steady.Surface.ShouldBe(Some.Surface(36_58));
    }

    [Fact]
    public void Failed_reads_are_dropped_and_the_run_goes_on()
    {
        var torn = See(Empty, 36_50, 36_50, 36_50, 36_50);
        torn = torn.Add(At(4), new ThermometerReading.Faulted(SensorFault.BadChecksum));

        SeeFrom(torn, 5, 36_50, 36_50, 36_50, 36_50).Result().ShouldBeOfType<SegmentResult.Steady>().Samples.ShouldBe(8);
    }

    [Fact]
    public void Twenty_failed_reads_in_a_row_are_a_faulty_thermometer()
    {
        var failing = Enumerable.Range(0, 19).Aggregate(Empty, (segment, i) => segment.Add(At(i), new ThermometerReading.Faulted(SensorFault.NoAnswer)));
        failing.Result().ShouldBeOfType<SegmentResult.Waiting>();

        failing = failing.Add(At(19), new ThermometerReading.Faulted(SensorFault.BadChecksum));

        failing.Result().ShouldBe(new SegmentResult.Faulty(SensorFault.BadChecksum));
        SeeFrom(failing, 20, 36_50).Result().ShouldBeOfType<SegmentResult.Waiting>();
    }

    [Theory]
    [InlineData(36_65, true)]
    [InlineData(36_67, false)]
    public void Scatter_on_the_limit_is_rest_and_over_it_is_motion(int other, bool steady)
    {
        // Alternating, so that there is scatter and no trend to speak of: the median distance is half the difference.
        var low = 36_35;

        var result = See(Empty, low, other, low, other, other, low, other, low).Result();

        (result is SegmentResult.Steady).ShouldBe(steady);
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public void A_trend_of_more_than_30_hundredths_a_second_is_motion(int step, bool steady)
    {
        var result = See(Empty, [.. Enumerable.Range(0, 8).Select(i => 36_00 + (step * i))]).Result();

        (result is SegmentResult.Steady).ShouldBe(steady);
        if (result is SegmentResult.Restless restless)
            restless.Slope.ShouldBe(40, 1e-6);
    }

    [Fact]
    public void A_hole_in_time_starts_the_run_over()
    {
        var before = See(Empty, 36_50, 36_50, 36_50, 36_50, 36_50, 36_50, 36_50);

        before.Add(At(6) + TimeSpan.FromMilliseconds(210), Read(36_50)).Samples.Length.ShouldBe(8);
        before.Add(At(6) + TimeSpan.FromMilliseconds(211), Read(36_50)).Samples.Length.ShouldBe(1);
    }

    [Fact]
    public void No_more_than_the_newest_samples_are_kept()
    {
        var run = See(Empty, [.. Enumerable.Range(0, 40).Select(i => 36_00 + i)]);

        run.Samples.Length.ShouldBe(16);
        run.Samples[^1].Surface.ShouldBe(Some.Surface(36_39));
        run.Samples[0].Surface.ShouldBe(Some.Surface(36_24));
    }

    [Fact]
    public void A_lost_aim_throws_the_samples_away() => See(Empty, 36_50, 36_50).Interrupted().Samples.ShouldBeEmpty();

    [Fact]
    public void Samples_of_one_instant_have_no_trend() =>
        Enumerable.Range(0, 8).Aggregate(Empty, (segment, _) => segment.Add(TimeSpan.Zero, Read(36_50)))
            .Result().ShouldBeOfType<SegmentResult.Steady>().Slope.ShouldBe(0);

    static TimeSpan At(int sample) => TimeSpan.FromMilliseconds(100 * sample);

    static ThermometerReading.Measured Read(int hundredths) => new(Some.Surface(hundredths));

    static StableSegment See(StableSegment segment, params int[] surfaces) => SeeFrom(segment, segment.Samples.Length, surfaces);

    static StableSegment SeeFrom(StableSegment segment, int from, params int[] surfaces) =>
        surfaces.Select((surface, i) => (surface, i)).Aggregate(segment, (seen, one) => seen.Add(At(from + one.i), Read(one.surface)));
}
