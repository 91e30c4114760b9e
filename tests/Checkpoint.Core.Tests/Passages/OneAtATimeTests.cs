using Checkpoint.Passes;
using Checkpoint.Policies;
using Checkpoint.Sensing;
using Checkpoint.Testing;

namespace Checkpoint.Passages;

public sealed class OneAtATimeTests
{
    [Fact]
    public void Somebody_arriving_before_the_verdict_throws_away_what_was_seen()
    {
        var gate = new Gate().Arrive().Show(1).Face(samples: 7).Arrive();

        gate.Verdict.ShouldBe(new(Verdict.Recheck, Reason.OneAtATime));
        gate.Last.Facts.ShouldBe(new(
            Direction.Entry, new(CodeOutcome.Valid, Some.Claims(1)), Some.Skipped(TemperatureSkip.NotSteady), 1));
        WhoIsThere(gate).HasFacts.ShouldBeFalse();
    }

    [Fact]
    public void The_code_of_the_first_never_joins_the_face_of_the_second()
    {
        var gate = new Gate().Arrive().Show(1).Arrive().After(1).Face(36_50).Show(2);

        gate.Last.Facts.Code.Claims.ShouldBe(Some.Claims(2));
        gate.Last.Decision.Verdict.ShouldBe(Verdict.Admit);
        gate.Records.Count.ShouldBe(2);
    }

    [Fact]
    public void The_face_of_the_first_never_joins_the_code_of_the_second()
    {
        var gate = new Gate().Arrive().Face(36_50).Arrive().After(1).Show(2);
        gate.Records.ShouldHaveSingleItem().Decision.Main.ShouldBe(Reason.OneAtATime);

        gate.Face(36_90);

        gate.Last.Facts.Temperature.ShouldBe(Some.Measured(36_90));
        gate.Last.Facts.Code.Claims.ShouldBe(Some.Claims(2));
    }

    [Fact]
    public void One_sample_of_a_face_is_enough_to_be_somebody()
    {
        var gate = new Gate().Arrive().Face(samples: 1).Arrive();

        gate.Verdict.Main.ShouldBe(Reason.OneAtATime);
    }

    [Fact]
    public void A_broken_thermometer_is_nobodys_fact()
    {
        var gate = new Gate().Arrive().Fault().Arrive();

        gate.Records.ShouldBeEmpty();
        WhoIsThere(gate).Temperature.ShouldBeNull();
    }

    [Fact]
    public void A_second_code_before_the_verdict_throws_both_away()
    {
        var gate = new Gate().Arrive().Show(1).Show(2);

        gate.Verdict.ShouldBe(new(Verdict.Recheck, Reason.OneAtATime));
        gate.Last.Facts.Code.Claims.ShouldBe(Some.Claims(1));
        WhoIsThere(gate).Code.ShouldBeNull();
        WhoIsThere(gate).Fingerprint.ShouldBeNull();
    }

    [Fact]
    public void A_code_after_no_phone_was_said_starts_over()
    {
        var gate = new Gate().Arrive().NoPhone().Show(2);

        gate.Verdict.Main.ShouldBe(Reason.OneAtATime);
    }

    [Fact]
    public void The_same_code_read_again_is_the_same_code()
    {
        var gate = new Gate().Arrive().Show(1).Show(1).Face();

        gate.Records.ShouldHaveSingleItem().Decision.Verdict.ShouldBe(Verdict.Admit);
    }

    [Fact]
    public void What_was_known_of_the_first_keeps_the_direction_of_the_first()
    {
        var gate = new Gate().Arrive(Direction.Entry).Show(1).Arrive(Direction.Exit);

        gate.Last.Facts.Direction.ShouldBe(Direction.Entry);
        WhoIsThere(gate).Direction.ShouldBe(Direction.Exit);
    }

    [Fact]
    public void Whoever_comes_during_a_recheck_begins_at_the_first_measurement()
    {
        var gate = new Gate().Arrive().Show(1).Face(37_50).After(1).Arrive().After(1).Show(2).Face(37_50);

        gate.Records.Select(record => record.Decision.Main)
            .ShouldBe([Reason.TemperatureHigh, Reason.OneAtATime, Reason.TemperatureHigh]);
        gate.Last.Facts.Attempt.ShouldBe(1);
    }

    [Fact]
    public void Somebody_arriving_while_the_gate_waits_to_start_over_is_counted_once_with_their_direction()
    {
        var gate = new Gate().Arrive(Direction.Exit).NoPhone().Arrive(Direction.Entry).Show(1).Arrive(Direction.Exit);
        var early = new Gate().Arrive().Show(1).Show(2).After(0.5).Arrive(Direction.Exit);
        var late = new Gate().Arrive().Show(1).Show(2).After(5).Arrive(Direction.Exit);

        gate.State.Presences.ShouldBe(3);
        early.State.Presences.ShouldBe(2);
        late.State.Presences.ShouldBe(2);
        WhoIsThere(early).Direction.ShouldBe(Direction.Exit);
        WhoIsThere(late).Direction.ShouldBe(Direction.Exit);
    }

    [Fact]
    public void A_mix_up_that_nobody_stays_to_clear_ends_with_a_record()
    {
        var gate = new Gate().Arrive().Show(1).Show(2).After(2).Leave();

        gate.Records.Select(record => (record.Number, record.Decision.Main))
            .ShouldBe([(1L, Reason.OneAtATime), (1L, Reason.LeftEarly)]);
    }

    [Fact]
    public void A_queue_without_gaps_is_taken_one_code_after_the_other()
    {
        var gate = new Gate().Arrive();

        for (var person = 1UL; person <= 4; person++)
            gate.Show(person).Face().After(2);

        gate.Records.Select(record => record.Facts.Code.Claims!.Id.Value).ShouldBe([1UL, 2UL, 3UL, 4UL]);
        gate.Records.Select(record => record.Number).ShouldBe([1L, 2L, 3L, 4L]);
        gate.Records.ShouldAllBe(record => record.Decision.Verdict == Verdict.Admit);
    }

    [Fact]
    public void Each_of_a_queue_is_measured_anew()
    {
        var gate = new Gate().Arrive().Show(1).Face().Face(38_00, samples: 20).Show(2);

        gate.Records.Count.ShouldBe(1);
        WhoIsThere(gate).Segment.Samples.ShouldBeEmpty();
    }

    [Fact]
    public void Somebody_arriving_after_the_verdict_is_the_next_passage()
    {
        var gate = new Gate().Arrive().Show(1).Face().Arrive(Direction.Exit).Show(2);

        gate.Records.Select(record => (record.Number, record.Facts.Direction))
            .ShouldBe([(1L, Direction.Entry), (2L, Direction.Exit)]);
    }

    static Subject WhoIsThere(Gate gate) => gate.State.Passage switch
    {
        Passage.Checking checking => checking.Who,
        Passage.Rechecking waiting => waiting.Who,
        var other => throw new ShouldAssertException($"Nobody is being checked: {other}"),
    };
}
