using Checkpoint.Policies;
using Checkpoint.Sensing;
using Checkpoint.Testing;

namespace Checkpoint.Passages;

public sealed class RecheckTests
{
    [Fact]
    public void A_warm_face_is_measured_once_more_and_passes_when_it_has_cooled()
    {
        var gate = new Gate().Arrive().Show(1).Face(37_50).After(1).Face(36_80);

        gate.Records.Count.ShouldBe(2);
        gate.Records[0].Decision.ShouldBe(new(Verdict.Recheck, Reason.TemperatureHigh));
        gate.Records[0].IsFinal.ShouldBeFalse();
        gate.Records[1].Decision.ShouldBe(new(Verdict.Admit, Reason.AllInOrder));
        gate.Records[1].Facts.Attempt.ShouldBe(2);
        gate.Records.ShouldAllBe(record => record.Number == 1);
    }

    [Fact]
    public void A_face_that_is_warm_twice_is_referred_to_a_clinical_thermometer()
    {
        var gate = new Gate().Arrive().Show(1).Face(37_50).After(1).Face(37_50);

        gate.Records.Select(record => record.Decision.Main).ShouldBe([Reason.TemperatureHigh, Reason.TemperatureStillHigh]);
        gate.Verdict.Verdict.ShouldBe(Verdict.Hold);
    }

    [Fact]
    public void A_warm_reading_after_a_try_that_never_held_still_is_the_first_one()
    {
        var gate = new Gate().Arrive().Show(1).Tick(15).After(1).Face(37_50);

        gate.Records.Select(record => record.Decision.Main).ShouldBe([Reason.TemperatureNotSteady, Reason.TemperatureHigh]);
        gate.Last.Facts.Attempt.ShouldBe(1);

        gate.After(1).Face(37_50);

        gate.Verdict.ShouldBe(new(Verdict.Hold, Reason.TemperatureStillHigh));
        gate.Last.Facts.Attempt.ShouldBe(2);
    }

    [Fact]
    public void A_try_that_never_held_still_after_a_warm_reading_ends_with_the_volunteer()
    {
        var gate = new Gate().Arrive().Show(1).Face(37_50).Tick(1).Tick(15);

        gate.Verdict.ShouldBe(new(Verdict.Hold, Reason.TemperatureNotSteady));
    }

    [Fact]
    public void As_many_measurements_are_made_as_the_policy_says()
    {
        var gate = new Gate(new() { MaxAttempts = 5 }).Arrive().Show(1);

        for (var attempt = 1; attempt <= 5; attempt++)
            gate.Face(38_00).After(1);

        gate.Records.Count(record => record.Decision.Verdict == Verdict.Recheck).ShouldBe(4);
        gate.Verdict.Main.ShouldBe(Reason.TemperatureStillHigh);
    }

    [Fact]
    public void No_sample_counts_before_the_recheck_begins()
    {
        var gate = new Gate().Arrive().Show(1).Face(37_50).After(0.999).Face(36_50, samples: 50);
        gate.Records.Count.ShouldBe(1);

        gate.After(0.001).Face(36_50, samples: 8);

        gate.Verdict.Verdict.ShouldBe(Verdict.Admit);
    }

    [Fact]
    public void The_second_measurement_has_its_full_time()
    {
        var gate = new Gate().Arrive().Show(1).After(14).Face(37_50).Tick(1).Tick(14.999);
        gate.Records.Count.ShouldBe(1);

        gate.Tick(0.001);

        gate.Verdict.Main.ShouldBe(Reason.TemperatureNotSteady);
    }

    [Fact]
    public void The_code_that_stays_in_view_during_a_recheck_changes_nothing()
    {
        var gate = new Gate().Arrive().Show(1).Face(37_50).After(1).Show(1).Face(36_50);

        gate.Records.Count.ShouldBe(2);
        gate.Verdict.Verdict.ShouldBe(Verdict.Admit);
    }

    [Fact]
    public void Another_code_during_a_recheck_starts_over_one_at_a_time()
    {
        var gate = new Gate().Arrive().Show(1).Face(37_50).After(1).Show(2);

        gate.Verdict.ShouldBe(new(Verdict.Recheck, Reason.OneAtATime));
    }

    [Fact]
    public void Another_code_in_the_pause_before_a_recheck_is_seen_too()
    {
        var gate = new Gate().Arrive().Show(1).Face(37_50).After(0.5).Show(2).After(1).Face(36_50);

        gate.Records.Select(record => record.Decision.Main).ShouldBe([Reason.TemperatureHigh, Reason.OneAtATime]);
    }

    [Fact]
    public void A_late_code_in_the_pause_before_a_recheck_is_taken()
    {
        var gate = new Gate().Arrive().Tick(20).After(0.5).Show(1).Face();

        gate.Verdict.ShouldBe(new(Verdict.Admit, Reason.AllInOrder));
    }

    [Fact]
    public void Two_codes_that_take_turns_in_view_make_one_record_a_second()
    {
        var gate = new Gate().Arrive();

        for (var frame = 0; frame < 100; frame++)
            gate.After(0.1).Show(1 + ((ulong)frame % 2));

        gate.Records.Count.ShouldBeLessThanOrEqualTo(10);
        gate.Records.ShouldAllBe(record => record.Decision.Main == Reason.OneAtATime);
    }

    [Fact]
    public void Leaving_during_a_recheck_is_leaving_early()
    {
        var gate = new Gate().Arrive().Show(1).Face(37_50).After(0.5).Leave();

        gate.Verdict.ShouldBe(new(Verdict.Hold, Reason.LeftEarly));
        gate.Last.Number.ShouldBe(1);
        gate.Last.Facts.Temperature.ShouldBe(Some.Skipped(TemperatureSkip.LeftEarly));
        gate.State.Passage.ShouldBeOfType<Passage.Idle>();
    }

    [Fact]
    public void A_forged_pass_is_held_at_once_without_a_recheck()
    {
        var gate = new Gate().Arrive().Show(1, Passes.CodeOutcome.BadSignature).Face(37_50);

        gate.Records.ShouldHaveSingleItem().Decision
            .ShouldBe(new(Verdict.Hold, [Reason.BadSignature, Reason.TemperatureHigh]));
    }

    [Fact]
    public void The_moment_before_the_next_measurement_begins_when_the_light_is_seen()
    {
        var gate = new Gate().Arrive().Show(1).Face(37_50).ShownAfter(3);

        gate.After(3.5).Face(37_50);
        gate.Records.Count.ShouldBe(1); // the disk took three seconds: they have only just been told

        gate.After(0.5).Face(36_50).Verdict.Verdict.ShouldBe(Verdict.Admit);
    }

    [Fact]
    public void A_verdict_that_was_long_in_writing_stays_as_long_as_any()
    {
        var gate = new Gate().Arrive().Show(1).Face().ShownAfter(3);

        gate.Tick(afterSeconds: 10).State.Passage.ShouldBeOfType<Passage.Decided>();
        gate.Tick(afterSeconds: 3).State.Passage.ShouldBeOfType<Passage.Idle>();
    }
}
