using Checkpoint.Passes;
using Checkpoint.Policies;
using Checkpoint.Sensing;
using Checkpoint.Testing;

namespace Checkpoint.Passages;

public sealed class TimeoutTests
{
    [Fact]
    public void No_code_within_the_timeout_is_held_for_registration_by_hand()
    {
        var gate = new Gate().Arrive().Face().Tick(19.999);
        gate.Records.ShouldBeEmpty();

        gate.Tick(0.001);

        gate.Records.ShouldHaveSingleItem().Decision.ShouldBe(new(Verdict.Hold, Reason.CodeNotShown));
        gate.Last.Facts.Code.ShouldBe(new(CodeOutcome.NotShown));
        gate.Last.Facts.Temperature.ShouldBe(Some.Measured());
    }

    [Fact]
    public void No_steady_temperature_within_the_timeout_is_tried_once_more_and_then_held()
    {
        var gate = new Gate().Arrive().Show(1).Tick(14.999);
        gate.Records.ShouldBeEmpty();

        gate.Tick(0.001);
        gate.Verdict.ShouldBe(new(Verdict.Recheck, Reason.TemperatureNotSteady));
        gate.Tick(1).Tick(15);

        gate.Verdict.ShouldBe(new(Verdict.Hold, Reason.TemperatureNotSteady));
        gate.Last.Facts.Attempt.ShouldBe(2);
        gate.Records.Count.ShouldBe(2);
    }

    [Fact]
    public void The_time_for_a_temperature_starts_with_the_code()
    {
        var gate = new Gate().Arrive().After(19).Show(1).Tick(14.999);

        gate.Records.ShouldBeEmpty();
    }

    [Fact]
    public void Somebody_who_shows_neither_is_asked_once_more_and_then_held()
    {
        var gate = new Gate().Arrive().Tick(20).Tick(1).Tick(15);

        gate.Records.Select(record => record.Decision).ShouldBe(
        [
            new(Verdict.Recheck, [Reason.TemperatureNotSteady, Reason.CodeNotShown]),
            new(Verdict.Hold, [Reason.CodeNotShown, Reason.TemperatureNotSteady]),
        ]);
        gate.Records.ShouldAllBe(record => record.Number == 1);
    }

    [Fact]
    public void A_code_that_comes_late_during_the_recheck_is_taken()
    {
        var gate = new Gate().Arrive().Tick(20).After(1).Show(1).Face();

        gate.Verdict.ShouldBe(new(Verdict.Admit, Reason.AllInOrder));
        gate.Last.Facts.Code.Claims.ShouldBe(Some.Claims(1));
        gate.Records.Count.ShouldBe(2);
    }

    [Fact]
    public void No_phone_may_be_said_late_during_the_recheck()
    {
        var gate = new Gate().Arrive().Tick(20).After(1).NoPhone().Face();

        gate.Verdict.ShouldBe(new(Verdict.Hold, Reason.NoPhone));
    }

    [Fact]
    public void Twenty_faults_in_a_row_are_a_broken_thermometer()
    {
        var gate = new Gate().Arrive().Show(1).Fault(19);
        gate.Records.ShouldBeEmpty();

        gate.Fault(1);

        gate.Records.ShouldHaveSingleItem().Decision.ShouldBe(new(Verdict.Hold, Reason.ThermometerFault));
        gate.Last.Facts.Temperature.ShouldBe(Some.Skipped(TemperatureSkip.SensorFault));
    }

    [Fact]
    public void A_verdict_stays_on_the_light_for_its_time()
    {
        var gate = new Gate().Arrive().Show(1).Face().Tick(9.999);
        gate.State.Passage.ShouldBeOfType<Passage.Decided>();

        gate.Tick(0.001);

        gate.State.Passage.ShouldBeOfType<Passage.Idle>();
        gate.Prompts[^1].ShouldBe(new Prompt.Free());
    }

    [Fact]
    public void The_gate_is_free_as_soon_as_whoever_was_decided_has_left()
    {
        var gate = new Gate().Arrive().Show(1).Face().Leave();

        gate.State.Passage.ShouldBeOfType<Passage.Idle>();
        gate.Records.Count.ShouldBe(1);
    }

    [Fact]
    public void Leaving_after_the_code_and_before_the_temperature_is_leaving_early()
    {
        var gate = new Gate().Arrive().Show(1).After(1).Leave();

        gate.Records.ShouldHaveSingleItem().Decision.ShouldBe(new(Verdict.Hold, Reason.LeftEarly));
        gate.Last.Facts.Temperature.ShouldBe(Some.Skipped(TemperatureSkip.LeftEarly));
        gate.Last.IsFinal.ShouldBeTrue();
    }

    [Fact]
    public void Leaving_after_the_temperature_and_before_the_code_is_leaving_early()
    {
        var gate = new Gate().Arrive().Face(38_00).Leave();

        gate.Records.ShouldHaveSingleItem().Decision.ShouldBe(new(Verdict.Hold, Reason.LeftEarly));
        gate.Last.Facts.Code.Outcome.ShouldBe(CodeOutcome.NotShown);
        gate.Last.Facts.Temperature.ShouldBe(Some.Measured(38_00));
        gate.Last.Number.ShouldBe(1);
    }
}
