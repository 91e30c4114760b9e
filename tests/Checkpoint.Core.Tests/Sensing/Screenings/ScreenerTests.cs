using Checkpoint.Policies;
using Checkpoint.Sensing.Arrivals;
using Checkpoint.Sensing.Baselines;
using Checkpoint.Sensing.Correcting;
using Checkpoint.Sensing.Sampling;
using Checkpoint.Testing;

namespace Checkpoint.Sensing.Screenings;

public sealed class ScreenerTests
{
    static readonly Screener Screener = new(
        new(Sight.ForeheadCentre, new(34.80, 0.15, 0.40), SpreadShare: 0.25, Line: 1, new(36.8, 0.4, 0.2, 0.6, 0.9)),
        new() { Uncertainty = new(10, 0, 0) });

    static readonly Baseline Baseline = Screener.Begin();

    [Fact]
    public void The_line_stands_on_the_ordinary_and_follows_the_air()
    {
        Screener.LineAt(Air(24_00), Baseline).ShouldBe(35_20);
        Screener.LineAt(Air(28_00), Baseline).ShouldBe(35_80);
        Screener.Rule.Guard.ShouldBe(10);
    }

    [Theory]
    [InlineData(35_09, typeof(Screening.Pass))]
    [InlineData(35_10, typeof(Screening.Recheck))]
    [InlineData(35_30, typeof(Screening.Recheck))]
    [InlineData(39_00, typeof(Screening.Recheck))]
    public void No_first_measurement_is_referred(int surface, Type outcome) => Screen(surface).ShouldBeOfType(outcome);

    [Theory]
    [InlineData(35_09, false)]
    [InlineData(35_10, true)]
    [InlineData(35_19, true)]
    public void Under_the_line_the_last_one_passes_marked_within_the_band(int surface, bool inBand) =>
        Screen(surface, isLast: true).ShouldBeOfType<Screening.Pass>().InGuardBand.ShouldBe(inBand);

    [Fact]
    public void On_the_line_the_last_one_is_referred() => Screen(35_20, isLast: true).ShouldBeOfType<Screening.Refer>();

    [Fact]
    public void Where_the_notice_says_over_the_line_itself_passes()
    {
        var strict = Screener with { Rule = Screener.Rule with { Comparison = LineComparison.Strict } };

        strict.Screen(Seen(35_20) with { IsLast = true }, Baseline).ShouldBeOfType<Screening.Pass>().InGuardBand.ShouldBeTrue();
        strict.Screen(Seen(35_21) with { IsLast = true }, Baseline).ShouldBeOfType<Screening.Refer>();
        strict.Screen(Seen(35_10), Baseline).ShouldBeOfType<Screening.Pass>();
        strict.Screen(Seen(35_11), Baseline).ShouldBeOfType<Screening.Recheck>();
    }

    [Theory]
    [InlineData(33_60, typeof(Screening.Invalid))]
    [InlineData(33_61, typeof(Screening.Pass))]
    public void Skin_colder_than_healthy_skin_is_never_a_pass(int surface, Type outcome) => Screen(surface).ShouldBeOfType(outcome);

    [Fact]
    public void Skin_hotter_than_fever_is_the_sun()
    {
        Screen(41_00).ShouldBe(new Screening.Invalid(InvalidReason.Hot));
        Screen(40_99).ShouldBeOfType<Screening.Recheck>();
    }

    [Theory]
    [InlineData(15_99, false)]
    [InlineData(16_00, true)]
    [InlineData(32_00, true)]
    [InlineData(32_01, false)]
    public void Nothing_is_decided_outside_of_the_air_it_is_meant_for(int air, bool valid) =>
        (Screener.Screen(Seen(35_00) with { Air = Air(air) }, Baseline) is Screening.Invalid { Why: InvalidReason.Ambient }).ShouldBe(!valid);

    [Fact]
    public void Whatever_is_in_doubt_is_named_and_never_a_pass()
    {
        Why(Seen(35_00) with { Samples = new SegmentResult.Faulty(SensorFault.NoAnswer) }).ShouldBe(InvalidReason.Sensor);
        Why(Seen(35_00) with { Readiness = Readiness.WarmingUp }).ShouldBe(InvalidReason.Sensor);
        Why(Seen(35_00) with { Air = null }).ShouldBe(InvalidReason.Ambient);
        Why(Seen(35_00) with { Aim = Aim.None }).ShouldBe(InvalidReason.Distance);
        Why(Seen(35_00) with { Aim = Aim.TooFar }).ShouldBe(InvalidReason.Distance);
        Why(Seen(35_00) with { Samples = new SegmentResult.Restless(20, 0) }).ShouldBe(InvalidReason.Motion);
        Why(Seen(35_00) with { Samples = new SegmentResult.Waiting() }).ShouldBe(InvalidReason.Motion);
        Why(Seen(35_00) with { Readings = [] }).ShouldBe(InvalidReason.Motion);
        Why(Seen(35_00) with { Settling = Settling.Warming }).ShouldBe(InvalidReason.Cold);
        Why(Seen(35_00) with { Settling = Settling.Cooling }).ShouldBe(InvalidReason.Hot);
    }

    [Fact]
    public void The_box_is_mended_before_the_person_is_moved() =>
        Why(Seen(35_00) with { Readiness = Readiness.WarmingUp, Aim = Aim.TooFar, Settling = Settling.Warming }).ShouldBe(InvalidReason.Sensor);

    [Fact]
    public void A_provisional_thermometer_may_decide() =>
        Screener.Screen(Seen(35_00) with { Readiness = Readiness.Provisional }, Baseline).ShouldBeOfType<Screening.Pass>();

    [Fact]
    public void What_is_shown_is_an_estimate_with_its_interval()
    {
        var pass = Screen(34_80).ShouldBeOfType<Screening.Pass>();

        pass.Seen.Surface.ShouldBe(Some.Surface(34_80));
        (pass.Estimate.Value.Hundredths, pass.Estimate.Low.Hundredths, pass.Estimate.High.Hundredths).ShouldBe((36_80, 36_20, 37_70));
    }

    [Fact]
    public void A_gate_learns_from_its_passes_alone()
    {
        var learned = Enumerable.Range(33_00, 300)
            .Select(surface => (surface, outcome: Screen(surface)))
            .Where(one => one.outcome is Screening.Pass pass && Baseline.Learn(pass).People == 1)
            .Select(one => one.surface).ToArray();

        (learned.Min(), learned.Max()).ShouldBe((33_61, 35_09));
    }

    static Screening Screen(int surface, bool isLast = false) => Screener.Screen(Seen(surface) with { IsLast = isLast }, Baseline);

    static InvalidReason Why(Measurement measurement) =>
        Screener.Screen(measurement, Baseline).ShouldBeOfType<Screening.Invalid>().Why;

    internal static Measurement Seen(int surface) => new(
        new SegmentResult.Steady(Some.Surface(surface), 8, 0, 0), [Some.Surface(surface)], Air(24_00), Aim.Good, Readiness.Ready, Settling.Settled, IsLast: false);

    static AmbientTemperature Air(int hundredths) => AmbientTemperature.FromHundredths(hundredths);
}
