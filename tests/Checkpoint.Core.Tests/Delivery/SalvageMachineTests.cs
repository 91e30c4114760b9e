using System.Collections.Immutable;
using Checkpoint.Journaling;
using Checkpoint.Ledgers;
using Checkpoint.Wire;
using FsCheck;
using FsCheck.Fluent;

namespace Checkpoint.Delivery;

public sealed class SalvageMachineTests
{
    static readonly Epoch Aside = Epoch.Parse("0123456789abcdef");

    TimeSpan now;
    SalvageState state = new(Aside, [new(11, 40), new(61, 180)]);

    [Fact]
    public void The_highest_goes_first_in_batches_one_at_a_time()
    {
        Connect();

        Wait().ShouldBe(new SeqRange(131, 180));
        Answer();
        Wait().ShouldBe(new SeqRange(81, 130));
        Answer();
        Wait().ShouldBe(new SeqRange(61, 80));
        Answer();
        Wait().ShouldBe(new SeqRange(11, 40));
    }

    [Fact]
    public void Nothing_more_goes_before_the_broker_has_answered()
    {
        Connect();
        Wait();

        Wait(SalvageMachine.LongestWait).ShouldBeNull();
    }

    [Fact]
    public void Without_a_link_nothing_goes() => Wait().ShouldBeNull();

    [Fact]
    public void An_answer_is_followed_by_the_next_batch_no_sooner_than_the_pace_allows()
    {
        Connect();
        Wait();

        Step(new OutboxInput.Answered(now)).ShouldBeNull();
        now += SalvageMachine.Pace - TimeSpan.FromTicks(1);
        Step(new OutboxInput.Ticked(now)).ShouldBeNull();
        now += TimeSpan.FromTicks(1);
        Step(new OutboxInput.Ticked(now)).ShouldBe(new SeqRange(81, 130));
    }

    [Fact]
    public void What_lies_between_the_holes_and_up_to_the_highest_is_delivered()
    {
        Confirm(new(Aside, 0, [new(1, 15), new(41, 70)]) { Highest = 120 });

        state.Pending.ShouldBe([new(11, 15), new(61, 70), new(121, 180)]);
    }

    [Fact]
    public void A_hub_that_does_not_name_the_highest_confirms_what_lies_below_its_last_hole()
    {
        Confirm(new(Aside, 20, [new(41, 60)]));

        state.Pending.ShouldBe([new(61, 180)]);
    }

    [Fact]
    public void It_is_done_when_the_hub_lacks_nothing_that_was_found()
    {
        Confirm(new(Aside, 0, [new(1, 10), new(41, 60)]) { Highest = 180 });

        state.IsDone.ShouldBeTrue();
        Connect();
        Wait().ShouldBeNull();
    }

    [Fact]
    public void Another_journals_watermark_says_nothing()
    {
        Confirm(new(Epoch.Parse("fedcba9876543210"), 500, []));

        state.Pending.ShouldBe([new(11, 40), new(61, 180)]);
    }

    [Fact]
    public void What_the_hub_does_not_confirm_goes_again_and_ever_more_rarely()
    {
        Connect();
        SendAll().ShouldBe(4);
        now += SalvageMachine.FirstWait - SalvageMachine.Pace - SalvageMachine.Pace;
        Step(new OutboxInput.Ticked(now)).ShouldBeNull();

        now += SalvageMachine.Pace * 2;
        SendAll().ShouldBe(4);
        now += SalvageMachine.FirstWait;
        Step(new OutboxInput.Ticked(now)).ShouldBeNull();
        now += SalvageMachine.FirstWait;
        SendAll().ShouldBe(4);
    }

    [Fact]
    public void A_link_that_breaks_begins_a_new_round()
    {
        Connect();
        Wait();
        Step(new OutboxInput.Disconnected(now, 0.5));
        Wait().ShouldBeNull();

        Connect();

        Wait().ShouldBe(new SeqRange(131, 180));
    }

    // A hub that stores what comes, loses some of it on the way, and tells what it has: it ends with everything that was found.
    [Fact]
    public void Whatever_was_found_and_lost_on_the_way_it_all_arrives() => Prop.ForAll(
        Gen.Choose(1, 400).ArrayOf(24).ToArbitrary(),
        made =>
        {
            var runs = Runs(made);
            var random = new Random(made.Sum());
            var ledger = StreamPosition.Start;
            state = new(Aside, runs);
            now = TimeSpan.Zero;
            Connect();
            for (var turn = 0; turn < 5000 && !state.IsDone; turn++)
            {
                if (Wait(SalvageMachine.LongestWait) is not { } batch)
                    continue;
                batch.Count.ShouldBeInRange(1, RecordBatch.MaxRecords);
                runs.ShouldContain(run => run.First <= batch.First && batch.Last <= run.Last);
                if (random.Next(3) > 0)
                {
                    for (var seq = batch.First; seq <= batch.Last; seq++)
                        ledger = ledger.Accept(seq, out _);
                }

                if (random.Next(3) > 0)
                    Confirm(new(Aside, ledger.UpTo, ledger.Missing()) { Highest = ledger.Highest });
                Answer();
            }

            return state.IsDone && runs.All(run => ledger.Holds(run.First) && ledger.Holds(run.Last));
        }).QuickCheckThrowOnFailure();

    // Alternately the length of a hole and of a run.
    static ImmutableArray<SeqRange> Runs(int[] lengths)
    {
        var runs = ImmutableArray.CreateBuilder<SeqRange>();
        var at = 1L;
        foreach (var pair in lengths.Chunk(2).Where(pair => pair.Length == 2))
        {
            runs.Add(new(at + pair[0], at + pair[0] + pair[1] - 1));
            at += pair[0] + pair[1];
        }

        return runs.DrainToImmutable();
    }

    int SendAll()
    {
        var batches = 0;
        for (; Wait() is not null; batches++)
            Answer();
        return batches;
    }

    SeqRange? Wait(TimeSpan? time = null)
    {
        now += time ?? SalvageMachine.Pace;
        return Step(new OutboxInput.Ticked(now));
    }

    void Connect() => Step(new OutboxInput.Connected(now, ReceiveMaximum: 20)).ShouldBeNull();

    void Answer() => Step(new OutboxInput.Answered(now)).ShouldBeNull();

    void Confirm(Watermark mark) => Step(new OutboxInput.Confirmed(now, mark));

    SeqRange? Step(OutboxInput input)
    {
        var step = SalvageMachine.Advance(state, input);
        state = step.Next;
        return step.Publish;
    }
}
