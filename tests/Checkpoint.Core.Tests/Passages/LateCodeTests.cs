using Checkpoint.Passes;
using Checkpoint.Policies;

namespace Checkpoint.Passages;

/// <summary>A code that is told of a moment after it was seen belongs to whoever was there then.</summary>
public sealed class LateCodeTests
{
    [Fact]
    public void A_code_of_somebody_who_has_gone_is_not_that_of_the_next()
    {
        var gate = new Gate().Arrive().After(1).Leave().After(0.1).Arrive().After(0.2);

        gate.ShowLate(1, seenSecondsAgo: 0.4).Face();

        gate.Records.ShouldBeEmpty();
        gate.Show(2).Face().Last.Facts.Code.Claims!.Id.Value.ShouldBe(2UL);
    }

    [Fact]
    public void A_code_of_somebody_who_has_gone_begins_nothing()
    {
        var gate = new Gate().Arrive().After(1).Leave().After(0.2);

        gate.ShowLate(1, seenSecondsAgo: 0.3);

        gate.State.Passage.ShouldBeOfType<Passage.Idle>();
        gate.State.Passages.ShouldBe(0);
    }

    [Fact]
    public void A_code_of_somebody_whom_the_next_pushed_aside_is_not_that_of_the_next()
    {
        var gate = new Gate().Arrive().After(1).Arrive().After(0.2);

        gate.ShowLate(1, seenSecondsAgo: 0.3).Face();

        gate.Records.ShouldBeEmpty();
    }

    [Fact]
    public void A_code_of_somebody_whom_the_volunteer_sent_away_is_not_that_of_the_next()
    {
        var gate = new Gate().Arrive().After(1).Clear().After(0.2);

        gate.ShowLate(1, seenSecondsAgo: 0.3);

        gate.State.Passage.ShouldBeOfType<Passage.Idle>();
    }

    [Fact]
    public void Whoever_held_a_code_up_before_the_sensor_saw_them_is_asked_to_show_it_once_more()
    {
        var gate = new Gate().After(10).Arrive().After(0.2);

        gate.ShowLate(1, seenSecondsAgo: 0.3);

        gate.Prompts[^1].ShouldBe(new Prompt.ShowOnceMore());
        gate.After(1).Show(1).Face().Verdict.Verdict.ShouldBe(Verdict.Admit);
    }

    [Fact]
    public void A_code_of_somebody_who_still_stands_there_is_theirs_however_long_it_took()
    {
        var gate = new Gate().Arrive().After(5);

        gate.ShowLate(1, seenSecondsAgo: 4).Face();

        gate.Last.Facts.Code.Outcome.ShouldBe(CodeOutcome.Valid);
    }

    [Fact]
    public void People_of_a_vehicle_may_get_out_while_a_code_is_read()
    {
        var gate = new Gate().Vehicle(2).After(1).Arrive().After(0.1);

        gate.ShowLate(1, seenSecondsAgo: 0.3).Face();

        gate.Verdict.Verdict.ShouldBe(Verdict.Admit);
    }

    [Fact]
    public void Whoever_came_while_a_vehicle_was_checked_gets_no_code_of_its_people()
    {
        var gate = new Gate().Vehicle(1).After(1).Arrive().After(0.1).AdmitByHand().After(0.1);

        gate.ShowLate(1, seenSecondsAgo: 0.3).Face();

        gate.Records.ShouldHaveSingleItem().Kind.ShouldBe(RecordKind.Override);
    }
}
