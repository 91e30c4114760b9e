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
}
