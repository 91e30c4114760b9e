using Checkpoint.Testing;

namespace Checkpoint.Sensing.Arrivals;

public sealed class AcclimatisationTests
{
    static readonly SettlingRule Rule = new();

    [Fact]
    public void From_the_cold_nobody_has_settled_on_one_reading()
    {
        Begin().Judge().ShouldBe(Settling.Warming);
        Begin(36_60).Judge().ShouldBe(Settling.Warming);
    }

    [Theory]
    [InlineData(16_00, true)]
    [InlineData(16_01, false)]
    public void People_come_from_the_cold_when_it_is_cold_outdoors(int outdoors, bool cold) =>
        Rule.ComeFromCold(AmbientTemperature.FromHundredths(outdoors)).ShouldBe(cold);

    [Fact]
    public void Where_nothing_is_known_of_outdoors_people_may_come_from_the_cold() => Rule.ComeFromCold(outdoors: null).ShouldBeTrue();

    [Fact]
    public void Two_readings_that_agree_have_settled() => Begin(36_60, 36_61).Judge().ShouldBe(Settling.Settled);

    [Fact]
    public void Skin_that_rose_a_degree_is_warming() => Begin(33_17, 35_60).Judge().ShouldBe(Settling.Warming);

    [Fact]
    public void Skin_that_fell_a_degree_is_cooling() => Begin(38_60, 37_20).Judge().ShouldBe(Settling.Cooling);

    [Fact]
    public void Three_readings_show_how_fast_this_skin_is()
    {
        // τ 95 s: 2.7, 0.56 and 0.11 °C from its rest. Were it slow skin, the last rise would leave more.
        Begin(33_90, 36_04, 36_49).Judge().ShouldBe(Settling.Settled);
        Begin(36_04, 36_49).Judge().ShouldBe(Settling.Settled);

        // τ 160 s: 3.0, 1.17 and 0.46 °C from its rest; too near the limit to be sure.
        Begin(33_60, 35_43, 36_14).Judge().ShouldBe(Settling.Warming);
    }

    [Fact]
    public void A_rise_that_does_not_slow_down_says_nothing_of_the_rest() => Begin(34_00, 35_00, 36_00).Judge().ShouldBe(Settling.Warming);

    [Fact]
    public void Skin_that_turns_about_is_judged_by_its_last_rise() => Begin(36_60, 35_60, 36_60).Judge().ShouldBe(Settling.Warming);

    [Fact]
    public void A_reading_before_the_wait_is_over_is_not_kept()
    {
        var begun = Begin(36_60);

        begun.Add(new(Rule.Wait - TimeSpan.FromTicks(1), Some.Surface(36_60))).Readings.Length.ShouldBe(1);
        begun.Add(new(Rule.Wait, Some.Surface(36_60))).Readings.Length.ShouldBe(2);
    }

    [Fact]
    public void After_two_repeats_a_clinical_thermometer_decides()
    {
        Begin(33_00, 34_00).IsExhausted.ShouldBeFalse();
        Begin(33_00, 34_00, 35_00).IsExhausted.ShouldBeTrue();
        Begin(33_00, 34_00, 35_00, 36_00).Readings.Length.ShouldBe(3);
    }

    [Theory]
    [InlineData(95)]
    [InlineData(120)]
    [InlineData(160)]
    public void Nobody_settles_while_half_a_degree_is_missing(double tau)
    {
        for (var start = 0.6; start < 6; start += 0.01)
        {
            for (var readings = 2; readings <= 3; readings++)
            {
                var error = start * Math.Exp(-(readings - 1) * Rule.Wait.TotalSeconds / tau);
                var surfaces = Enumerable.Range(0, readings)
                    .Select(i => (int)Math.Round(100 * (36.6 - (start * Math.Exp(-i * Rule.Wait.TotalSeconds / tau)))));
                if (error > 0.5)
                    Begin([.. surfaces]).Judge().ShouldNotBe(Settling.Settled, $"{start} {readings}");
            }
        }
    }

    static Acclimatisation Begin(params int[] surfaces) => surfaces.Select((surface, i) => (surface, i))
        .Aggregate(Acclimatisation.Begin(Rule), (seen, one) => seen.Add(new(one.i * Rule.Wait, Some.Surface(one.surface))));
}
