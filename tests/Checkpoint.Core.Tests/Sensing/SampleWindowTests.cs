using Checkpoint.Testing;

namespace Checkpoint.Sensing;

public sealed class SampleWindowTests
{
    static readonly SampleWindow Empty = SampleWindow.Empty(new());

    [Fact]
    public void Eight_samples_that_agree_are_a_measurement()
    {
        var seven = See(Empty, 36_50, 36_50, 36_50, 36_50, 36_50, 36_50, 36_50);
        seven.Result().ShouldBeNull();

        See(seven, 36_50).Result().ShouldBe(Some.Measured(36_50));
    }

    [Fact]
    public void The_measurement_is_the_median_whatever_the_order()
    {
        See(Empty, 36_70, 36_41, 36_65, 36_60, 36_42, 36_43, 36_44, 36_45).Result().ShouldBe(Some.Measured(36_45));
        See(SampleWindow.Empty(new() { Samples = 3 }), 36_52, 36_50, 36_51).Result().ShouldBe(Some.Measured(36_51));
    }

    [Theory]
    [InlineData(36_80, true)]
    [InlineData(36_81, false)]
    public void A_spread_on_the_limit_is_steady_and_over_it_is_not(int highest, bool steady) =>
        (See(Empty, 36_50, 36_50, 36_50, 36_50, 36_50, 36_50, 36_50, highest).Result() is not null).ShouldBe(steady);

    [Fact]
    public void An_old_sample_that_disagrees_rolls_out()
    {
        var restless = See(Empty, 38_00, 36_50, 36_50, 36_50, 36_50, 36_50, 36_50, 36_50);
        restless.Result().ShouldBeNull();

        var calm = See(restless, 36_50);

        calm.Result().ShouldBe(Some.Measured(36_50));
        calm.Samples.Length.ShouldBe(8);
    }

    [Theory]
    [InlineData(29_99, false)]
    [InlineData(30_00, true)]
    [InlineData(43_00, true)]
    [InlineData(43_01, false)]
    public void Only_what_can_be_a_face_is_kept(int hundredths, bool kept) =>
        See(Empty, 36_50, hundredths).Samples.IsEmpty.ShouldBe(!kept);

    [Fact]
    public void Looking_away_starts_the_run_over()
    {
        var window = See(Empty, 36_50, 36_50, 36_50, 36_50, 36_50, 36_50, 36_50, 20_00, 36_50);

        window.Samples.ShouldBe([36_50]);
    }

    [Fact]
    public void Twenty_faults_in_a_row_are_a_sensor_fault()
    {
        var nineteen = Fault(Empty, 19);
        nineteen.Result().ShouldBeNull();

        Fault(nineteen, 1).Result().ShouldBe(Some.Skipped(TemperatureSkip.SensorFault));
    }

    [Fact]
    public void Faults_are_counted_no_further_than_the_limit() => Fault(Empty, 1000).Faults.ShouldBe(20);

    [Theory]
    [InlineData(36_50)]
    [InlineData(20_00)]
    public void One_good_reading_forgives_all_faults(int hundredths) =>
        Fault(See(Fault(Empty, 19), hundredths), 19).Result().ShouldBeNull();

    [Fact]
    public void A_fault_does_not_break_the_run()
    {
        var window = See(Fault(See(Empty, 36_50, 36_50, 36_50, 36_50), 19), 36_50, 36_50, 36_50, 36_50);

        window.Result().ShouldBe(Some.Measured(36_50));
    }

    [Theory]
    [InlineData(SensorFault.NoAnswer)]
    [InlineData(SensorFault.BadChecksum)]
    [InlineData(SensorFault.ErrorFlag)]
    [InlineData(SensorFault.OutOfRange)]
    public void Every_fault_counts(SensorFault fault) => Empty.Add(Some.Fault(fault)).Faults.ShouldBe(1);

    static SampleWindow See(SampleWindow window, params int[] samples) =>
        samples.Aggregate(window, (seen, sample) => seen.Add(Some.Reading(sample)));

    static SampleWindow Fault(SampleWindow window, int times) =>
        Enumerable.Range(0, times).Aggregate(window, (seen, _) => seen.Add(Some.Fault()));
}
