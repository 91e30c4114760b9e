using Checkpoint.Passes;
using Checkpoint.Policies;
using Checkpoint.Sensing;
using Checkpoint.Testing;

namespace Checkpoint.Passages;

public sealed class VolunteerTests
{
    [Fact]
    public void Somebody_without_a_phone_is_held_and_then_admitted_by_hand()
    {
        var gate = new Gate().Arrive().NoPhone().Face();
        var held = gate.Records.ShouldHaveSingleItem();
        held.Decision.ShouldBe(new(Verdict.Hold, Reason.NoPhone));

        gate.AdmitByHand();

        gate.Records.Count.ShouldBe(2);
        gate.Records[0].ShouldBe(held);
        gate.Last.Kind.ShouldBe(RecordKind.Override);
        gate.Last.Number.ShouldBe(held.Number);
        gate.Last.Facts.ShouldBe(held.Facts);
        gate.Last.Decision.ShouldBe(new(Verdict.Admit, Reason.AdmittedByHand));
    }

    [Fact]
    public void No_phone_begins_a_passage_at_a_free_gate()
    {
        var gate = new Gate().NoPhone().Face();

        gate.Records.ShouldHaveSingleItem().Facts.Code.Outcome.ShouldBe(CodeOutcome.NoPhone);
    }

    [Fact]
    public void No_phone_begins_the_next_passage_after_a_verdict()
    {
        var gate = new Gate().Show(1).Face().NoPhone().Face();

        gate.Last.Number.ShouldBe(2);
        gate.Verdict.Main.ShouldBe(Reason.NoPhone);
    }

    [Fact]
    public void No_phone_after_a_code_changes_nothing()
    {
        var gate = new Gate().Arrive().Show(1).NoPhone().Face();

        gate.Records.ShouldHaveSingleItem().Facts.Code.Outcome.ShouldBe(CodeOutcome.Valid);
    }

    [Fact]
    public void Admitting_by_hand_during_the_check_records_what_was_taken_over()
    {
        var gate = new Gate().Arrive().AdmitByHand();

        gate.Records.ShouldHaveSingleItem().Facts.ShouldBe(new(
            Direction.Entry, new(CodeOutcome.ByHand), Some.Skipped(TemperatureSkip.ByHand), 1));
        gate.Last.Kind.ShouldBe(RecordKind.Override);
        gate.State.Passages.ShouldBe(1);
    }

    [Fact]
    public void Admitting_by_hand_during_a_recheck_ends_the_passage()
    {
        var gate = new Gate().Arrive().Show(1).Face(37_50).AdmitByHand().Leave();

        gate.Records.Select(record => (record.Number, record.Kind))
            .ShouldBe([(1L, RecordKind.Passage), (1L, RecordKind.Override)]);
        gate.Last.Facts.Code.Claims.ShouldBe(Some.Claims(1));
    }

    [Fact]
    public void Admitting_by_hand_somebody_who_is_admitted_changes_nothing()
    {
        var gate = new Gate().Arrive().Show(1).Face().AdmitByHand().AdmitByHand();

        gate.Records.Count.ShouldBe(1);
    }

    [Fact]
    public void Admitting_by_hand_twice_is_one_admission()
    {
        var gate = new Gate().Arrive().NoPhone().Face().AdmitByHand().AdmitByHand();

        gate.Records.Count.ShouldBe(2);
    }

    [Fact]
    public void Admitting_by_hand_in_a_vehicle_is_for_this_occupant_alone()
    {
        var gate = new Gate().Vehicle(2).NoPhone().Face().AdmitByHand().Show(2).Face();

        gate.Records.Select(record => (record.Number, record.Occupancy!.Value.Occupant, record.Kind)).ShouldBe(
            [(1L, 1, RecordKind.Passage), (1L, 1, RecordKind.Override), (2L, 2, RecordKind.Passage)]);
    }

    [Fact]
    public void Clearing_somebody_of_whom_nothing_is_known_frees_the_gate()
    {
        var gate = new Gate().Arrive().Clear();

        gate.Records.ShouldBeEmpty();
        gate.Prompts[^1].ShouldBe(new Prompt.Free());
    }

    [Fact]
    public void Clearing_somebody_in_the_middle_of_a_check_records_that_they_left()
    {
        var gate = new Gate().Arrive().Show(1).Clear();

        gate.Records.ShouldHaveSingleItem().Decision.Main.ShouldBe(Reason.LeftEarly);
    }

    [Fact]
    public void Clearing_a_recheck_records_that_they_left()
    {
        var gate = new Gate().Arrive().Show(1).Face(37_50).Clear();

        gate.Verdict.Main.ShouldBe(Reason.LeftEarly);
        gate.State.Passage.ShouldBeOfType<Passage.Idle>();
    }

    [Fact]
    public void Clearing_a_verdict_frees_the_gate()
    {
        var gate = new Gate().Arrive().Show(1).Face().Clear();

        gate.Records.Count.ShouldBe(1);
        gate.State.Passage.ShouldBeOfType<Passage.Idle>();
    }

    [Fact]
    public void Holding_by_hand_during_the_check_records_what_was_known()
    {
        var gate = new Gate().Arrive().Show(1).Press(new OperatorAction.HoldByHand());

        var record = gate.Records.ShouldHaveSingleItem();
        record.Kind.ShouldBe(RecordKind.Override);
        record.Decision.ShouldBe(new(Verdict.Hold, Reason.HeldByHand));
        record.Facts.Code.Claims.ShouldBe(Some.Claims(1));
        record.Facts.Temperature.ShouldBe(Some.Skipped(TemperatureSkip.ByHand));
    }

    [Fact]
    public void Somebody_who_was_admitted_can_be_held_and_their_code_is_no_longer_one_of_an_admitted()
    {
        var gate = new Gate().Arrive().Show(1).Face().Press(new OperatorAction.HoldByHand()).Leave().Arrive().After(1).Show(1).Face();

        gate.Records.Select(record => (record.Number, record.Decision.Verdict)).ShouldBe([(1L, Verdict.Admit), (1L, Verdict.Hold), (2L, Verdict.Admit)]);
    }

    [Fact]
    public void Somebody_who_was_held_by_hand_can_be_admitted_by_hand()
    {
        var gate = new Gate().Arrive().Show(1).Face().Press(new OperatorAction.HoldByHand()).AdmitByHand();

        gate.Verdict.ShouldBe(new(Verdict.Admit, Reason.AdmittedByHand));
    }

    [Fact]
    public void Holding_somebody_who_is_held_changes_nothing()
    {
        var gate = new Gate().Arrive().NoPhone().Face().Press(new OperatorAction.HoldByHand());

        gate.Records.Count.ShouldBe(1);
    }

    [Fact]
    public void Whoever_was_referred_can_be_measured_again_and_it_is_the_third_try()
    {
        var gate = new Gate().Arrive().Show(1).Face(37_50).After(10).Face(37_50);
        gate.Verdict.Main.ShouldBe(Reason.TemperatureStillHigh);

        gate.Press(new OperatorAction.MeasureAgain()).After(1).Face(36_50);

        gate.Verdict.Verdict.ShouldBe(Verdict.Admit);
        gate.Last.Facts.Attempt.ShouldBe(3);
        gate.Records.Count.ShouldBe(3);
    }

    [Fact]
    public void A_temperature_that_no_record_holds_yet_is_not_taken_again()
    {
        var gate = new Gate().Arrive().Face(37_50).Press(new OperatorAction.MeasureAgain()).Face(36_50).Show(1);

        gate.Verdict.ShouldBe(new(Verdict.Recheck, Reason.TemperatureHigh));
    }

    [Fact]
    public void A_measurement_that_failed_is_taken_again_before_the_code_comes()
    {
        var gate = new Gate().Arrive().Fault().Press(new OperatorAction.MeasureAgain()).Face(36_50).Show(1);

        gate.Verdict.Verdict.ShouldBe(Verdict.Admit);
    }

    [Fact]
    public void Whoever_need_not_be_measured_is_not_measured_again()
    {
        var gate = new Gate(new Policy { MeasureOnExit = false }).Arrive(Direction.Exit).Press(new OperatorAction.MeasureAgain()).Show(1);

        gate.Last.Facts.Temperature.ShouldBe(Some.Skipped(TemperatureSkip.NotRequired));
    }

    [Fact]
    public void An_admitted_person_is_not_measured_again()
    {
        var gate = new Gate().Arrive().Show(1).Face().Press(new OperatorAction.MeasureAgain()).Face(38_50);

        gate.Records.Count.ShouldBe(1);
    }

    [Fact]
    public void The_button_says_which_way_somebody_goes()
    {
        var gate = new Gate().Press(new OperatorAction.Goes(Direction.Exit)).Show(1);

        gate.Last.Facts.Direction.ShouldBe(Direction.Exit);
    }

    [Fact]
    public void Whoever_turns_out_to_go_out_need_not_be_measured_and_is_registered_at_once()
    {
        var gate = new Gate(new Policy { MeasureOnExit = false }).Arrive().Show(1).Press(new OperatorAction.Goes(Direction.Exit));

        gate.Last.Facts.Direction.ShouldBe(Direction.Exit);
        gate.Last.Facts.Temperature.ShouldBe(Some.Skipped(TemperatureSkip.NotRequired));
    }

    [Fact]
    public void Whoever_turns_out_to_come_in_is_measured()
    {
        var gate = new Gate(new Policy { MeasureOnExit = false }).Arrive(Direction.Exit).Press(new OperatorAction.Goes(Direction.Entry)).Show(1);
        gate.Records.ShouldBeEmpty();

        gate.Face().Last.Facts.Direction.ShouldBe(Direction.Entry);
    }

    [Fact]
    public void A_vehicle_is_counted_one_press_for_each()
    {
        var more = new OperatorAction.OneMoreOccupant();
        var gate = new Gate().Press(more).Press(more).Show(1).Face().Press(more).Show(2).Face().Show(3).Face();

        gate.Records.Select(record => record.Occupancy!.Value.ToString()).ShouldBe(["1/2", "2/3", "3/3"]);
        gate.Prompts.OfType<Prompt.InVehicle>().Select(prompt => prompt.Occupants).ShouldBe([1, 2]);
    }

    [Fact]
    public void A_vehicle_holds_no_more_than_a_coach()
    {
        var gate = new Gate().Vehicle(OperatorAction.Vehicle.MaxOccupants).Press(new OperatorAction.OneMoreOccupant());

        gate.State.Passage.Somebody!.Occupancy!.Value.Of.ShouldBe(OperatorAction.Vehicle.MaxOccupants);
    }
}
