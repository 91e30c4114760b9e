using Checkpoint.Passes;
using Checkpoint.Policies;
using Checkpoint.Sensing;
using Checkpoint.Sensing.Calibrating;
using Checkpoint.Sensing.Correcting;
using Checkpoint.Sensing.Sampling;
using Checkpoint.Sensing.Screenings;
using Checkpoint.Signals;
using Checkpoint.Testing;

namespace Checkpoint.Passages;

/// <summary>The second step at a gate that knows what is ordinary there: in air of 24 °C a healthy forehead's centre reads 34.5 °C.</summary>
public sealed class FaceStepTests
{
    const int Ordinary = 34_50;
    const int Warm = 35_40;

    static readonly FaceRules Centre = new() { Sight = Sight.ForeheadCentre };

    readonly Gate gate = new(faces: Centre);

    public FaceStepTests() => gate.Around();

    [Fact]
    public void An_ordinary_forehead_passes_and_is_recorded_with_its_line_and_its_estimate()
    {
        gate.Arrive().Face(Ordinary).Show(1);

        gate.Verdict.Verdict.ShouldBe(Verdict.Admit);
        var judgement = Judgement();
        judgement.Outcome.ShouldBeOfType<Screening.Pass>();
        judgement.Line.ShouldBeGreaterThan(Ordinary);
        judgement.Seen.Air.ShouldBe(AmbientTemperature.FromHundredths(24_00));
        judgement.Estimate.Value.Celsius.ShouldBeInRange(36, 37.3);
    }

    [Fact]
    public void What_skin_reflects_of_the_air_is_taken_out()
    {
        gate.Arrive().Face(Ordinary).Show(1);

        Judgement().Seen.Surface.Hundredths.ShouldBeInRange(Ordinary + 15, Ordinary + 30);
    }

    [Fact]
    public void A_forehead_over_the_ordinary_is_measured_again_and_then_referred_far_below_the_fixed_line()
    {
        gate.Arrive().Show(1).Face(Warm);
        gate.Verdict.ShouldBe(new Decision(Verdict.Recheck, Reason.TemperatureHigh));

        gate.After(2).Face(Warm);

        gate.Verdict.ShouldBe(new Decision(Verdict.Hold, Reason.TemperatureStillHigh));
        Judgement().Line.ShouldBeLessThan(Warm);
    }

    [Fact]
    public void The_fixed_line_still_counts()
    {
        var lax = new Gate(new() { RecheckFrom = Some.Surface(34_00) }, Centre).Around();

        lax.Arrive().Show(1).Face(Ordinary);

        lax.Verdict.Main.ShouldBe(Reason.TemperatureHigh);
    }

    [Fact]
    public void Nobody_is_decided_on_while_the_thermometer_warms_up()
    {
        gate.Around(readiness: Readiness.WarmingUp).Arrive().Face(Ordinary).Show(1);

        gate.Verdict.ShouldBe(new Decision(Verdict.Hold, Reason.ThermometerWarmingUp));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(35)]
    public void Nobody_is_decided_on_in_air_that_the_thermometer_is_not_meant_for(double air)
    {
        gate.Around(air, outdoors: 24).Arrive().Face(Ordinary).Show(1);

        gate.Verdict.ShouldBe(new Decision(Verdict.Hold, Reason.AirUnfit));
    }

    [Fact]
    public void Nobody_is_decided_on_before_the_air_is_known()
    {
        var fresh = new Gate(faces: Centre);

        fresh.Arrive().Face(Ordinary).Show(1);

        fresh.Verdict.Verdict.ShouldBe(Verdict.Hold);
    }

    [Fact]
    public void Skin_colder_than_healthy_skin_is_here_is_asked_to_wait_and_never_passes()
    {
        gate.Arrive().Face(32_00).Show(1);

        gate.Verdict.ShouldBe(new Decision(Verdict.Hold, Reason.SkinCold));
        SignalTable.For(gate.Verdict).Kind.ShouldBe(SignalKind.Wait);
    }

    [Fact]
    public void Whoever_waited_until_their_skin_is_at_rest_passes()
    {
        gate.Arrive().Face(32_00).Show(1).Leave();

        gate.After(150).Arrive().Face(Ordinary - 10).Show(1).Leave();
        gate.Verdict.Main.ShouldBe(Reason.SkinCold, "it rose by 2.4 °C and may still rise");
        gate.After(150).Arrive().Show(1).Face(Ordinary);

        gate.Verdict.Verdict.ShouldBe(Verdict.Admit);
    }

    [Fact]
    public void Skin_that_does_not_come_to_rest_in_two_repeats_is_referred()
    {
        gate.Arrive().Face(31_00).Show(1).Leave();
        gate.After(150).Arrive().Face(32_00).Show(1).Leave();
        gate.After(150).Arrive().Face(33_00).Show(1);

        gate.Verdict.ShouldBe(new Decision(Verdict.Hold, Reason.SkinUnsettled));
        SignalTable.For(gate.Verdict).Kind.ShouldBe(SignalKind.Refer);
    }

    [Fact]
    public void Somebody_elses_wait_counts_for_nobody()
    {
        gate.Arrive().Face(32_00).Show(1).Leave();
        gate.After(150).Arrive().Face(34_00).Show(1).Leave();

        gate.After(150).Arrive().Face(32_00).Show(2);

        gate.Verdict.Main.ShouldBe(Reason.SkinCold);
    }

    [Fact]
    public void Whoever_shows_no_code_cannot_be_known_again_and_goes_to_the_clinical_thermometer()
    {
        gate.Arrive().Face(32_00).NoPhone();

        gate.Verdict.Reasons.ShouldContain(Reason.SkinUnsettled);
    }

    [Fact]
    public void People_from_the_cold_never_pass_on_one_reading_however_ordinary()
    {
        gate.Around(outdoors: 2).Arrive().Face(Ordinary).Show(1).Leave();
        gate.Verdict.Main.ShouldBe(Reason.SkinCold);

        gate.After(150).Arrive().Face(Ordinary + 2).Show(1);

        gate.Verdict.Verdict.ShouldBe(Verdict.Admit);
    }

    [Fact]
    public void What_is_ordinary_is_learned_from_first_passes_only()
    {
        gate.Arrive().Face(Ordinary).Show(1).Leave();
        gate.After(20).Arrive().Show(2).Face(Warm).After(2).Face(Ordinary).Leave(); // passes at the second reading
        gate.After(20).Arrive().Show(3).Face(Warm).After(2).Face(Warm).Leave(); // referred
        gate.After(20).Arrive().Face(32_00).Show(4).Leave(); // cold

        gate.State.Ordinary!.Baseline.People.ShouldBe(1);
    }

    [Fact]
    public void A_calibration_is_applied_before_anything_is_judged()
    {
        var run = new CalibrationRun(DateTimeOffset.UnixEpoch, "7", "BB", 0.95, AmbientTemperature.FromHundredths(24_00), "m", []);
        var offset = new Gate(faces: Centre).Around(calibration: new(run, Slope: 1, Offset: 0.5, []));

        gate.Arrive().Face(Ordinary).Show(1);
        offset.Arrive().Face(Ordinary - 50).Show(1);

        SurfaceOf(offset).ShouldBe(SurfaceOf(gate));
    }

    [Theory]
    [InlineData(Sight.ForeheadCentre, 34_05)]
    [InlineData(Sight.ForeheadScan, 34_10)]
    [InlineData(Sight.FullFace, 34_05)]
    public void A_spot_that_wanders_counts_by_its_upper_readings_and_one_at_rest_by_the_middle(Sight sight, int seen)
    {
        var box = new Gate(faces: new() { Sight = sight, Skin = new() { Emissivity = 1 }, Screening = new() { ColdScore = -10 } }).Around();

        box.Arrive().Show(1);
        foreach (var hundredths in (int[])[34_00, 34_10, 34_00, 34_10, 34_00, 34_10, 34_00, 34_10])
            box.Face(hundredths, samples: 1);

        SurfaceOf(box).Hundredths.ShouldBe(seen);
    }

    [Fact]
    public void What_was_ordinary_by_another_calibration_is_learned_anew()
    {
        var run = new CalibrationRun(DateTimeOffset.UnixEpoch, "7", "BB", 0.95, AmbientTemperature.FromHundredths(24_00), "m", []);
        gate.Arrive().Face(Ordinary).Show(1).Leave();

        gate.Around().After(20).Arrive().Face(Ordinary).Show(2).Leave();
        gate.State.Ordinary!.Baseline.People.ShouldBe(2, "nothing has changed");
        gate.Around(calibration: new(run, Slope: 1, Offset: 0, [])).After(20).Arrive().Face(Ordinary).Show(3).Leave();

        (gate.State.Ordinary!.Baseline.People, gate.State.Ordinary.CalibratedAt).ShouldBe((1, run.At));
    }

    [Fact]
    public void A_face_that_is_too_far_is_told_to_come_closer()
    {
        gate.Arrive().Show(1);
        for (var i = 0; i < 20; i++)
            gate.Take(new PassageInput.Sampled(gate.Now, Some.Reading(Ordinary)) { Aim = Aim.TooFar });
        gate.Tick(16);

        gate.Verdict.ShouldBe(new Decision(Verdict.Recheck, Reason.DistanceWrong));
    }

    [Fact]
    public void In_good_aim_even_a_surface_that_can_be_no_face_counts_and_is_cold()
    {
        gate.Arrive().Show(1);
        for (var i = 0; i < 8; i++)
            gate.Take(new PassageInput.Sampled(gate.Now, Some.Reading(27_00)) { Aim = Aim.Good });

        gate.Verdict.Main.ShouldBe(Reason.SkinCold);
    }

    [Fact]
    public void Every_reason_of_the_second_step_has_words_and_a_light_that_is_not_green()
    {
        foreach (var why in Enum.GetValues<TemperatureSkip>().Except([TemperatureSkip.None, TemperatureSkip.NotRequired]))
        {
            var facts = new Facts(Direction.Entry, new(CodeOutcome.Valid, Some.Claims()), Some.Skipped(why), Attempt: 2);

            SignalTable.For(new Policy().Decide(facts)).Light.Colour.ShouldNotBe(LightColour.Green);
        }
    }

    FaceJudgement Judgement() => gate.Last.Facts.Temperature.ShouldBeOfType<TemperatureCheck.Measured>().Judgement.ShouldNotBeNull();

    static SurfaceTemperature SurfaceOf(Gate at) => at.Last.Facts.Temperature.ShouldBeOfType<TemperatureCheck.Measured>().Surface;
}
