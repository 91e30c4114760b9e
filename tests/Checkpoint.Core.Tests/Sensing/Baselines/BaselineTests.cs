using Checkpoint.Sensing.Screenings;
using Checkpoint.Testing;

namespace Checkpoint.Sensing.Baselines;

public sealed class BaselineTests
{
    static readonly BaselinePrior Prior = new(34.80, 0.15, 0.45);
    static readonly BaselineRule Rule = new() { LearnBelow = 0.8 };
    static readonly Baseline Start = Baseline.From(Prior, Rule);

    [Fact]
    public void A_device_begins_at_its_prior_and_not_at_the_first_person()
    {
        (Start.Level, Start.Slope, Start.Scale, Start.People).ShouldBe((34.80, 0.15, 0.45, 0));

        var one = Start.Learn(Pass(35_10, 24_00));

        one.People.ShouldBe(1);
        Math.Abs(one.Level - 34.80).ShouldBeLessThan(0.03);
    }

    [Fact]
    public void The_ordinary_follows_the_air()
    {
        Start.Expected(Air(24_00)).ShouldBe(34.80, 1e-9);
        Start.Expected(Air(26_00)).ShouldBe(35.10, 1e-9);
        Start.Deviation(Some.Surface(35_55), Air(26_00)).ShouldBe(0.45, 1e-9);
        Start.Score(Some.Surface(35_55), Air(26_00)).ShouldBe(1, 1e-9);
    }

    [Theory]
    [InlineData(35_15, true)]
    [InlineData(35_17, false)]
    [InlineData(33_46, true)]
    [InlineData(33_44, false)]
    public void What_is_over_the_line_or_cold_is_never_learned(int surface, bool learned) =>
        (Start.Learn(Pass(surface, 24_00)).People == 1).ShouldBe(learned);

    [Fact]
    public void A_pass_within_the_guard_band_is_never_learned() =>
        Start.Learn(Pass(34_90, 24_00) with { InGuardBand = true }).ShouldBe(Start);

    [Fact]
    public void A_hundred_fevers_leave_the_baseline_where_it_was() =>
        Enumerable.Repeat(Pass(37_50, 24_00), 100).Aggregate(Start, (seen, pass) => seen.Learn(pass)).ShouldBe(Start);

    [Fact]
    public void A_population_like_the_prior_leaves_the_level_where_it_is()
    {
        var end = Crowd(Start, 3000, level: 34.80, slope: 0.15, scale: 0.45, _ => 24);

        end.Level.ShouldBe(34.80, 0.08);
        end.Scale.ShouldBe(0.45, 0.06);
    }

    [Theory]
    [InlineData(-0.30)]
    [InlineData(0.25)]
    public void A_device_that_reads_otherwise_finds_its_own_level(double off)
    {
        var end = Crowd(Start, 600, level: 34.80 + off, slope: 0.15, scale: 0.45, _ => 24);

        end.Level.ShouldBe(34.80 + off, 0.1);
    }

    [Theory]
    [InlineData(0.10)]
    [InlineData(0.22)]
    public void Air_that_moves_teaches_the_slope(double slope)
    {
        var end = Crowd(Start, 600, level: 34.80, slope, scale: 0.45, person => 24 + (5 * Math.Sin(person / 19.0)));

        end.Slope.ShouldBe(slope, 0.02);
        end.Level.ShouldBe(34.80, 0.1);
    }

    [Fact]
    public void Air_that_stands_still_leaves_the_slope_alone() =>
        Crowd(Start, 600, level: 34.80, slope: 0.30, scale: 0.45, _ => 24).Slope.ShouldBe(0.15, 1e-6);

    [Fact]
    public void People_who_differ_more_widen_the_scale() =>
        Crowd(Start, 1500, level: 34.80, slope: 0.15, scale: 0.55, _ => 24).Scale.ShouldBe(0.55, 0.08);

    [Fact]
    public void A_few_spots_that_missed_do_not_widen_the_scale()
    {
        var sound = Crowd(Start, 600, level: 34.80, slope: 0.15, scale: 0.45, _ => 24);

        var missed = Enumerable.Repeat(Pass(33_50, 24_00), 12).Aggregate(sound, (seen, pass) => seen.Learn(pass));

        (missed.Scale - sound.Scale).ShouldBeInRange(0, 0.07);
    }

    [Fact]
    public void A_prior_without_a_scale_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Baseline.From(Prior with { Scale = 0 }, Rule));

    // Everybody is shown; whoever is over the line is no pass and teaches nothing, as at a gate.
    static Baseline Crowd(Baseline start, int people, double level, double slope, double scale, Func<int, double> air)
    {
        var random = new Random(4);
        var seen = start;
        for (var person = 0; person < people; person++)
        {
            var now = air(person);
            var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            var surface = level + (slope * (now - 24)) + (scale * normal);
            seen = seen.Learn(Pass((int)Math.Round(100 * surface), (int)Math.Round(100 * now)));
        }

        return seen;
    }

    static Screening.Pass Pass(int surface, int air) =>
        new(new(Some.Surface(surface), Some.Surface(surface), Air(air)), default, InGuardBand: false);

    static AmbientTemperature Air(int hundredths) => AmbientTemperature.FromHundredths(hundredths);
}
