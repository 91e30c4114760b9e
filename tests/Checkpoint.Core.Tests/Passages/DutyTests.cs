using Checkpoint.Passages.Duties;
using Checkpoint.Passes;
using Checkpoint.Policies;

namespace Checkpoint.Passages;

/// <summary>Sign-on and sign-off by badge, and who answers for what is done by hand.</summary>
public sealed class DutyTests
{
    [Fact]
    public void A_badge_signs_on_and_the_next_time_off()
    {
        var gate = new Gate().Badge(7);
        gate.Turns.ShouldHaveSingleItem().IsOn.ShouldBeTrue();
        gate.State.Duty.Present.ShouldBe([new PassId(7)]);

        gate.After(TimeSpan.FromHours(4)).Badge(7);

        gate.Turns[^1].IsOn.ShouldBeFalse();
        gate.State.Duty.Present.ShouldBeEmpty();
    }

    [Fact]
    public void A_badge_begins_no_passage()
    {
        var gate = new Gate().Arrive().Badge(7).Leave();

        gate.Records.ShouldBeEmpty();
        gate.State.Passages.ShouldBe(0);
    }

    [Fact]
    public void Whoever_signs_on_stands_before_the_thermometer_and_is_nobodys_passage()
    {
        var gate = new Gate().Arrive().Face(samples: 3).Badge(7).Face().Leave();

        gate.Turns.Count.ShouldBe(1);
        gate.Records.ShouldBeEmpty();
        gate.After(1).Arrive().Show(1).Face().Verdict.Verdict.ShouldBe(Verdict.Admit);
    }

    [Fact]
    public void A_badge_on_a_chest_does_nothing_to_the_people_of_a_vehicle()
    {
        var gate = new Gate().Vehicle(2).Badge(7).Show(1).Face();

        gate.Turns.ShouldBeEmpty();
        gate.Last.Occupancy!.Value.ToString().ShouldBe("1/2");
    }

    [Fact]
    public void A_badge_that_is_held_there_longer_is_one_turn()
    {
        var gate = new Gate().Badge(7).After(Duty.SameShowing - TimeSpan.FromTicks(1)).Badge(7);

        gate.Turns.Count.ShouldBe(1);
    }

    [Fact]
    public void Two_people_can_sign_on_one_after_the_other()
    {
        var gate = new Gate().Badge(7).Badge(8);

        gate.State.Duty.Present.ShouldBe([new PassId(7), new PassId(8)]);
    }

    [Fact]
    public void Above_the_limit_the_one_who_was_there_longest_is_taken_for_gone()
    {
        var gate = new Gate();
        for (var badge = 1UL; badge <= Duty.MaxPresent + 1; badge++)
            gate.Badge(badge);

        gate.State.Duty.Present.Length.ShouldBe(Duty.MaxPresent);
        gate.State.Duty.Present[0].ShouldBe(new PassId(2));
        gate.Turns[^1].Duty.ShouldBe(gate.State.Duty);
    }

    [Fact]
    public void A_badge_on_a_chest_does_nothing_while_somebody_is_checked()
    {
        var gate = new Gate().Arrive().Show(1).Badge(7).Face();

        gate.Turns.ShouldBeEmpty();
        gate.Verdict.Verdict.ShouldBe(Verdict.Admit);
    }

    [Fact]
    public void A_badge_may_be_shown_after_a_verdict_and_leaves_it_alone()
    {
        var gate = new Gate().Arrive().Show(1).Face().Badge(7);

        gate.Turns.Count.ShouldBe(1);
        gate.State.Passage.ShouldBeOfType<Passage.Decided>();
    }

    [Theory]
    [InlineData(CodeOutcome.Expired)]
    [InlineData(CodeOutcome.Revoked)]
    [InlineData(CodeOutcome.BadSignature)]
    public void A_badge_that_is_not_good_signs_nobody_on(CodeOutcome outcome)
    {
        var gate = new Gate().Badge(7, outcome).Face();

        gate.Turns.ShouldBeEmpty();
        gate.Verdict.Verdict.ShouldNotBe(Verdict.Admit);
    }

    [Fact]
    public void A_clock_that_knows_no_date_keeps_nobody_from_beginning() =>
        new Gate().Badge(7, CodeOutcome.ClockNotTrusted).Turns.Count.ShouldBe(1);

    [Fact]
    public void Whoever_is_on_duty_answers_for_what_is_skipped_or_done_by_hand()
    {
        var gate = new Gate().Badge(7).Badge(8).Arrive().NoPhone().Face().AdmitByHand();

        gate.Records.Count.ShouldBe(2);
        gate.Records.ShouldAllBe(record => record.Operators.SequenceEqual(new[] { new PassId(7), new PassId(8) }));
    }

    [Fact]
    public void Nobody_need_answer_for_what_the_gate_did_alone() =>
        new Gate().Badge(7).Arrive().Show(1).Face().Last.Operators.ShouldBeEmpty();
}
