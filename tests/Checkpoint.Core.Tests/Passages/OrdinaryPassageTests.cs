using Checkpoint.Passes;
using Checkpoint.Policies;
using Checkpoint.Sensing;
using Checkpoint.Testing;

namespace Checkpoint.Passages;

public sealed class OrdinaryPassageTests
{
    [Fact]
    public void A_person_with_a_good_pass_and_a_cool_face_is_admitted_once()
    {
        var gate = new Gate().Arrive().After(2).Show(1).After(1).Face(36_50);

        var record = gate.Records.ShouldHaveSingleItem();
        record.Number.ShouldBe(1);
        record.Kind.ShouldBe(RecordKind.Passage);
        record.IsFinal.ShouldBeTrue();
        record.Occupancy.ShouldBeNull();
        record.PolicyVersion.ShouldBe(1);
        record.Facts.ShouldBe(new(Direction.Entry, new(CodeOutcome.Valid, Some.Claims(1)), Some.Measured(36_50), 1));
        record.Decision.ShouldBe(new(Verdict.Admit, Reason.AllInOrder));
        gate.Prompts.ShouldBe([new Prompt.Welcome(), new Prompt.Measuring()]);
    }

    [Fact]
    public void The_temperature_may_come_before_the_code()
    {
        var gate = new Gate().Arrive().Face(36_50).After(2);
        gate.Records.ShouldBeEmpty();

        gate.Show(1);

        gate.Records.ShouldHaveSingleItem().Facts
            .ShouldBe(new(Direction.Entry, new(CodeOutcome.Valid, Some.Claims(1)), Some.Measured(36_50), 1));
    }

    [Fact]
    public void A_face_seen_before_and_after_the_code_is_one_measurement()
    {
        var gate = new Gate().Arrive().Face(samples: 7).Show(1).Face(samples: 1);

        gate.Verdict.Main.ShouldBe(Reason.AllInOrder);
    }

    [Fact]
    public void Seven_samples_are_no_temperature_yet()
    {
        var gate = new Gate().Arrive().Show(1).Face(samples: 7);

        gate.Records.ShouldBeEmpty();
    }

    [Fact]
    public void Samples_after_a_temperature_was_taken_change_nothing()
    {
        var gate = new Gate().Arrive().Face(36_50).Face(39_00, samples: 20).Show(1);

        gate.Last.Facts.Temperature.ShouldBe(Some.Measured(36_50));
    }

    [Fact]
    public void Somebody_going_out_needs_a_code_and_no_temperature()
    {
        var gate = new Gate().Arrive(Direction.Exit).Face(39_00).Show(1);

        gate.Records.ShouldHaveSingleItem().Facts.ShouldBe(new(
            Direction.Exit, new(CodeOutcome.Valid, Some.Claims(1)), Some.Skipped(TemperatureSkip.NotRequired), 1));
        gate.Verdict.Verdict.ShouldBe(Verdict.Admit);
    }

    [Fact]
    public void Somebody_going_out_is_measured_where_the_policy_says_so()
    {
        var gate = new Gate(new() { MeasureOnExit = true }).Arrive(Direction.Exit).Show(1);
        gate.Records.ShouldBeEmpty();

        gate.Face();

        gate.Verdict.Verdict.ShouldBe(Verdict.Admit);
        gate.Last.Facts.Direction.ShouldBe(Direction.Exit);
    }

    [Fact]
    public void A_code_shown_to_a_gate_that_saw_nobody_come_begins_an_entry()
    {
        var gate = new Gate().Show(1).Face();

        gate.Last.Facts.Direction.ShouldBe(Direction.Entry);
        gate.Verdict.Verdict.ShouldBe(Verdict.Admit);
    }

    [Fact]
    public void A_free_gate_takes_no_temperature_and_no_by_hand_admission()
    {
        var gate = new Gate().Face().Fault().AdmitByHand().Clear().Leave().Tick(3600);

        gate.State.ShouldBe(GateState.Start);
        gate.Records.ShouldBeEmpty();
        gate.Prompts.ShouldBeEmpty();
    }

    [Fact]
    public void Somebody_who_only_stops_by_leaves_no_record_and_no_hole_in_the_numbers()
    {
        var gate = new Gate().Arrive().After(3).Leave();
        gate.Records.ShouldBeEmpty();
        gate.Prompts[^1].ShouldBe(new Prompt.Free());

        gate.Arrive().Show(1).Face();

        gate.Last.Number.ShouldBe(1);
        gate.State.Presences.ShouldBe(2);
    }

    [Fact]
    public void The_direction_of_the_newest_arrival_counts_while_nothing_is_known()
    {
        var gate = new Gate().Arrive(Direction.Exit).Arrive(Direction.Entry).Show(1);
        gate.Records.ShouldBeEmpty();

        gate.Face();

        gate.Last.Facts.Direction.ShouldBe(Direction.Entry);
    }

    [Fact]
    public void Numbers_rise_by_one_for_each_person()
    {
        var gate = new Gate();

        for (var person = 1UL; person <= 5; person++)
            gate.Arrive().Show(person).Face().After(1).Leave().After(30);

        gate.Records.Select(record => record.Number).ShouldBe([1, 2, 3, 4, 5]);
        gate.State.Passages.ShouldBe(5);
    }

    [Fact]
    public void Each_record_names_the_policy_it_was_decided_under()
    {
        var gate = new Gate(new() { Version = 42 }).Show(1).Face().NoPhone().AdmitByHand().Leave();

        gate.Records.ShouldAllBe(record => record.PolicyVersion == 42);
    }
}
