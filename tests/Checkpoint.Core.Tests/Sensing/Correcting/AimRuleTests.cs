namespace Checkpoint.Sensing.Correcting;

public sealed class AimRuleTests
{
    // The greatest distance for a spot of 4 cm, in millimetres (domain table of fields of view).
    [Theory]
    [InlineData(90, 20)]
    [InlineData(50, 43)]
    [InlineData(35, 63)]
    [InlineData(10, 229)]
    [InlineData(5, 458)]
    public void A_narrower_view_may_stand_farther_away(double view, double farthest) =>
        new AimRule { FieldOfView = view }.Farthest.ShouldBe(farthest, 0.6);

    [Theory]
    [InlineData(19.9, Aim.TooClose)]
    [InlineData(20.0, Aim.Good)]
    [InlineData(63.4, Aim.Good)]
    [InlineData(63.5, Aim.TooFar)]
    [InlineData(double.NaN, Aim.TooClose)]
    public void Only_a_spot_of_the_right_size_counts(double distance, Aim aim) =>
        new AimRule().Judge(distance, offset: 0).ShouldBe(aim);

    [Fact]
    public void Without_a_distance_nothing_is_known_of_the_aim() => new AimRule().Judge(distance: null, offset: 0).ShouldBe(Aim.None);

    [Theory]
    [InlineData(0, Aim.Good)]
    [InlineData(5, Aim.Good)]
    [InlineData(12, Aim.OffTarget)]
    [InlineData(100, Aim.OffTarget)]
    public void A_spot_that_hangs_over_the_edge_does_not_count(double offset, Aim aim) =>
        new AimRule().Judge(63, offset).ShouldBe(aim);

    [Fact]
    public void A_spot_wider_than_the_forehead_is_filled_by_its_share()
    {
        var rule = new AimRule { Target = 30 };

        rule.Fill(spot: 40, offset: 0).ShouldBe(0.5625, 1e-9);
        rule.Judge(60, offset: 0).ShouldBe(Aim.OffTarget);
    }

    [Fact]
    public void Two_discs_over_each_other_overlap_as_geometry_says()
    {
        var rule = new AimRule { Target = 40 };

        rule.Fill(spot: 40, offset: 20).ShouldBe(((2 * Math.PI / 3) - (Math.Sqrt(3) / 2)) / Math.PI, 1e-9);
        rule.Fill(spot: 40, offset: 40).ShouldBe(0);
        rule.Fill(spot: 40, offset: 39.9).ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData(0.9)]
    [InlineData(121)]
    public void A_view_out_of_range_is_refused(double view) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new AimRule { FieldOfView = view });
}
