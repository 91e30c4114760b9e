using Checkpoint.Sensing.Screenings;
using FsCheck;
using FsCheck.Fluent;

namespace Checkpoint.Sensing.Baselines;

/// <summary>What holds whoever comes, in whatever order and air.</summary>
public sealed class AnyCrowdTests
{
    static readonly Screener Screener = new(ScreeningModel.For(Sight.ForeheadCentre), new());

    static readonly Arbitrary<(int Surface, int Air)[]> Crowds = Arb.From(
        Gen.Choose(30_00, 42_00).SelectMany(_ => Gen.Choose(16_00, 32_00), (surface, air) => (surface, air)).ArrayOf());

    [Fact]
    public void The_scale_stays_over_nothing_and_the_level_within_what_passed() => Holds(crowd =>
    {
        var seen = Screener.Begin();
        foreach (var one in crowd)
        {
            var before = seen;
            if (Screen(one, before) is Screening.Pass pass)
                seen = seen.Learn(pass);
            seen.Scale.ShouldBeGreaterThan(0);
            Math.Abs(seen.Level - before.Level).ShouldBeLessThan(3 * before.Scale);
        }
    });

    [Fact]
    public void Nobody_who_is_not_passed_moves_the_ordinary() => Holds(crowd =>
    {
        var fevers = crowd.Where(one => Screen(one, Screener.Begin()) is not Screening.Pass).ToArray();

        var seen = fevers.Aggregate(
            Screener.Begin(), (baseline, one) => Screen(one, baseline) is Screening.Pass pass ? baseline.Learn(pass) : baseline);

        seen.People.ShouldBe(0);
    });

    [Fact]
    public void Warmer_skin_in_the_same_air_is_never_better_off() => Holds(crowd =>
    {
        var baseline = Screener.Begin();
        foreach (var (surface, air) in crowd.Where(one => Screen(one, baseline) is Screening.Recheck))
            Screen((surface + 1, air), baseline).ShouldNotBeOfType<Screening.Pass>();
    });

    static Screening Screen((int Surface, int Air) one, Baseline baseline) => Screener.Screen(
        ScreenerTests.Seen(one.Surface) with { Air = AmbientTemperature.FromHundredths(one.Air) }, baseline);

    static void Holds(Action<(int Surface, int Air)[]> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(200), Prop.ForAll(Crowds, property));
}
