using Checkpoint.Sensing.Correcting;
using Checkpoint.Testing;

namespace Checkpoint.Sensing.Calibrating;

public sealed class CalibrationRuleTests
{
    static readonly CalibrationRule Rule = new();

    [Fact]
    public void A_thermometer_that_reads_low_is_put_right_at_both_points()
    {
        var line = Taken(Run(1, (35_00, 34_60), (39_00, 38_68)));

        line.Slope.ShouldBe(4 / 4.08, 1e-9);
        line.Apply(Some.Surface(34_60)).ShouldBe(Some.Surface(35_00));
        line.Apply(Some.Surface(38_68)).ShouldBe(Some.Surface(39_00));
        line.Residuals.ShouldAllBe(residual => Math.Abs(residual) < 1e-6);
    }

    [Fact]
    public void Three_points_leave_what_the_line_cannot_explain()
    {
        var line = Taken(Run(1, (35_00, 35_00), (37_00, 37_06), (39_00, 39_00)));

        line.Residuals[0].ShouldBe(2, 0.1);
        line.Residuals[1].ShouldBe(-4, 0.1);
        line.Residuals[2].ShouldBe(2, 0.1);
    }

    [Fact]
    public void What_the_black_body_itself_reflects_is_no_error_of_the_thermometer()
    {
        var blackBody = new EmissivityCorrection { Emissivity = 0.95 };
        var seen = new[] { 34_28, 38_11 };
        var references = seen.Select(one => blackBody.Apply(Some.Surface(one), AmbientTemperature.FromHundredths(20_00))!.Value.Hundredths).ToArray();

        var line = Taken(Run(0.95, (references[0], seen[0]), (references[1], seen[1])));

        line.Slope.ShouldBe(1, 1e-9);
        line.Offset.ShouldBe(0, 1e-9);
    }

    [Fact]
    public void One_point_is_no_line() => Refused(Run(1, (37_00, 37_00))).ShouldBe(CalibrationRefusal.TooFewPoints);

    [Theory]
    [InlineData(36_99, CalibrationRefusal.PointsTooClose)]
    [InlineData(37_00, CalibrationRefusal.None)]
    public void Points_must_lie_two_degrees_apart(int second, CalibrationRefusal refusal) =>
        Refused(Run(1, (35_00, 35_00), (second, second))).ShouldBe(refusal);

    [Theory]
    [InlineData(38_89, CalibrationRefusal.None)]
    [InlineData(38_87, CalibrationRefusal.SlopeImplausible)]
    [InlineData(39_12, CalibrationRefusal.None)]
    [InlineData(39_13, CalibrationRefusal.SlopeImplausible)]
    [InlineData(35_00, CalibrationRefusal.SlopeImplausible)]
    public void A_slope_no_sound_thermometer_has_is_refused(int seen, CalibrationRefusal refusal) =>
        Refused(Run(1, (35_00, 35_00), (39_00, seen))).ShouldBe(refusal);

    [Theory]
    [InlineData(99, CalibrationRefusal.None)]
    [InlineData(101, CalibrationRefusal.OffsetImplausible)]
    [InlineData(-99, CalibrationRefusal.None)]
    [InlineData(-101, CalibrationRefusal.OffsetImplausible)]
    public void An_offset_of_more_than_a_degree_is_refused(int offset, CalibrationRefusal refusal) =>
        Refused(Run(1, (35_00, 35_00 + offset), (39_00, 39_00 + offset))).ShouldBe(refusal);

    [Theory]
    [InlineData(14, CalibrationRefusal.None)]
    [InlineData(16, CalibrationRefusal.Scattered)]
    public void Points_off_the_line_are_refused(int off, CalibrationRefusal refusal) =>
        Refused(Run(1, (35_00, 35_00), (37_00, 37_00 + off), (39_00, 39_00))).ShouldBe(refusal);

    [Fact]
    public void A_black_body_that_cannot_look_like_this_is_refused() =>
        Refused(Run(0.9, (35_00, -70_00), (39_00, 39_00)) with { Air = AmbientTemperature.FromHundredths(150_00) })
            .ShouldBe(CalibrationRefusal.BadReference);

    [Fact]
    public void A_line_that_leads_out_of_the_range_gives_no_surface() =>
        (Taken(Run(1, (35_00, 34_60), (39_00, 38_60))) with { Slope = 1.03, Offset = 1 }).Apply(Some.Surface(380_00)).ShouldBeNull();

    [Fact]
    public void A_calibration_is_overdue_after_fourteen_days_and_before_the_first()
    {
        var line = Taken(Run(1, (35_00, 35_00), (39_00, 39_00)));

        Rule.IsOverdue(calibration: null, Some.Moment).ShouldBeTrue();
        Rule.IsOverdue(line, Some.Moment.AddDays(14).AddTicks(-1)).ShouldBeFalse();
        Rule.IsOverdue(line, Some.Moment.AddDays(14)).ShouldBeTrue();
    }

    [Theory]
    [InlineData(36_80, true)]
    [InlineData(37_20, true)]
    [InlineData(36_79, false)]
    [InlineData(37_21, false)]
    public void The_daily_check_allows_two_tenths(int measured, bool good) =>
        Rule.IsDailyGood(Some.Surface(37_00), Some.Surface(measured)).ShouldBe(good);

    static Calibration Taken(CalibrationRun run) => Rule.Judge(run).ShouldBeOfType<CalibrationOutcome.Taken>().Calibration;

    static CalibrationRefusal Refused(CalibrationRun run) =>
        Rule.Judge(run) is CalibrationOutcome.Refused refused ? refused.Why : CalibrationRefusal.None;

    static CalibrationRun Run(double emissivity, params (int Reference, int Seen)[] points) => new(
        Some.Moment, "0412", "BB-17, certificate 2022-118", emissivity, AmbientTemperature.FromHundredths(20_00), "5A-0001",
        [.. points.Select(point => new CalibrationPoint(Some.Surface(point.Reference), Some.Surface(point.Seen)))]);
}
