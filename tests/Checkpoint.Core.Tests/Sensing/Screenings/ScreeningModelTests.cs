using Checkpoint.Testing;

namespace Checkpoint.Sensing.Screenings;

public sealed class ScreeningModelTests
{
    static readonly AmbientTemperature Air = AmbientTemperature.FromHundredths(24_00);

    [Theory]
    [InlineData(0, 34_80)]
    [InlineData(0.25, 34_90)]
    [InlineData(-0.5, 34_60)]
    public void A_spot_shows_its_best_reading_and_is_decided_on_with_a_share_of_their_spread(double share, int scored)
    {
        var model = ScreeningModel.For(Sight.ForeheadCentre) with { SpreadShare = share };

        var seen = model.Combine([Some.Surface(34_40), Some.Surface(34_80), Some.Surface(34_60)], Air);

        seen.ShouldBe(new(Some.Surface(34_80), Some.Surface(scored), Air));
    }

    [Fact]
    public void No_spread_leads_out_of_what_a_surface_can_be()
    {
        var model = ScreeningModel.For(Sight.ForeheadCentre) with { SpreadShare = 1 };

        model.Combine([Some.Surface(-70_00), Some.Surface(380_00)], Air).Scored.ShouldBe(Some.Surface(380_00));
    }

    [Fact]
    public void One_reading_is_itself() =>
        ScreeningModel.For(Sight.ForeheadScan).Combine([Some.Surface(35_50)], Air).ShouldBe(new(Some.Surface(35_50), Some.Surface(35_50), Air));

    [Fact]
    public void A_whole_face_counts_its_mean()
    {
        var model = ScreeningModel.For(Sight.FullFace) with { SpreadShare = 0 };

        var seen = model.Combine([Some.Surface(36_00), Some.Surface(36_10), Some.Surface(39_00)], Air);

        seen.ShouldBe(new(Some.Surface(37_03), Some.Surface(37_03), Air));
    }

    [Fact]
    public void No_reading_is_no_surface() =>
        Should.Throw<ArgumentException>(() => ScreeningModel.For(Sight.FullFace).Combine([], Air));

    [Fact]
    public void There_is_no_model_of_nothing() => Should.Throw<ArgumentOutOfRangeException>(() => ScreeningModel.For(Sight.None));

    [Theory]
    [InlineData(Sight.ForeheadCentre)]
    [InlineData(Sight.ForeheadScan)]
    [InlineData(Sight.FullFace)]
    public void A_colder_face_never_means_a_warmer_body(Sight sight)
    {
        var body = ScreeningModel.For(sight).Body;

        for (var deviation = -3.0; deviation < 3; deviation += 0.01)
            body.At(deviation + 0.01).ShouldBeGreaterThanOrEqualTo(body.At(deviation));
    }

    [Fact]
    public void A_straight_estimate_has_no_vertex() => new BodyModel(37, 0.5, 0, 1, 1).At(-2).ShouldBe(36);

    [Fact]
    public void Doubts_add_as_squares()
    {
        new Uncertainty(3, 0, 4).Combined.ShouldBe(5, 1e-12);
        new ScreeningRule { Coverage = 1.64, Uncertainty = new(3, 0, 4) }.Guard.ShouldBe(8);
        new ScreeningRule().Guard.ShouldBe(11);
    }
}
