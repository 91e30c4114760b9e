using System.Collections.Immutable;
using Checkpoint.Ledgers;
using Checkpoint.Testing;
using Checkpoint.Wire;

namespace Checkpoint.Delivery;

public sealed class IngestMachineTests
{
    static readonly StreamKey Stream = new(Some.Device, Some.Epoch);

    [Fact]
    public void What_came_is_committed_once_nothing_more_comes()
    {
        var ingest = new Ingest().Arrive(Batch(1, 3)).Arrive(Batch(4, 4));
        ingest.Effects.ShouldBeEmpty();

        ingest.Tick().Committing.ShouldBe((4, 2));
        ingest.Tick().Committing.ShouldBeNull("one delivery is in hand at a time");
    }

    [Fact]
    public void A_watermark_is_told_only_after_the_commit()
    {
        var ingest = new Ingest().Connect().Arrive(Batch(1, 3)).Tick();
        ingest.Told.ShouldBeEmpty();

        ingest.Commit(Mark(3)).Told.ShouldBe([3]);
    }

    [Fact]
    public void A_delivery_that_fails_is_kept_and_tried_again_with_the_waits_of_every_link()
    {
        var ingest = new Ingest().Arrive(Batch(1, 3)).Tick().FailToCommit(jitter: 1);

        ingest.Tick(0.999).Committing.ShouldBeNull();
        ingest.Tick(0.001).Committing.ShouldBe((3, 1));
        ingest.FailToCommit(jitter: 1).Tick(1.999).Committing.ShouldBeNull();
        ingest.Tick(0.001).Committing.ShouldBe((3, 1));
        ingest.Connect().Commit(Mark(3)).Told.ShouldBe([3]);
    }

    [Fact]
    public void While_a_delivery_waits_one_more_is_collected_and_then_nothing()
    {
        var ingest = new Ingest().Arrive(Batch(1, 1)).Tick().FailToCommit(jitter: 1);

        for (var message = 0; message < IngestDelivery.MaxMessages; message++)
        {
            ingest.State.IsFull.ShouldBeFalse();
            ingest.Ask(Stream);
        }

        ingest.State.IsFull.ShouldBeTrue();
        ingest.State.Intake.Asked.ShouldBe([Stream]);
    }

    [Fact]
    public void Records_up_to_the_limit_make_one_delivery()
    {
        var ingest = new Ingest();
        for (var i = 0; i < IngestDelivery.MaxRecords / RecordBatch.MaxRecords; i++)
        {
            ingest.State.IsFull.ShouldBeFalse();
            ingest.Arrive(Batch(1, RecordBatch.MaxRecords));
        }

        ingest.State.IsFull.ShouldBeTrue();
    }

    [Fact]
    public void A_strange_message_is_part_of_the_delivery() =>
        new Ingest().Strange(AsideMessage.Of("t", default, AsideReason.UnknownTopic)).Tick().Committing.ShouldBe((0, 1));

    [Fact]
    public void A_later_watermark_takes_the_place_of_one_that_waits()
    {
        var ingest = new Ingest().Commit(Mark(3)).Commit(Mark(5));

        ingest.Connect().Told.ShouldBe([5]);
    }

    [Fact]
    public void A_watermark_that_the_broker_did_not_answer_is_told_on_the_next_link()
    {
        var ingest = new Ingest().Connect().Commit(Mark(3)).Disconnect();

        ingest.Connect().Told.ShouldBe([3]);
        ingest.Answer(Stream).Disconnect().Connect().Told.ShouldBeEmpty();
    }

    [Fact]
    public void A_watermark_that_the_broker_did_not_answer_gives_way_to_a_later_one() =>
        new Ingest().Connect().Commit(Mark(3)).Disconnect().Commit(Mark(7)).Connect().Told.ShouldBe([7]);

    [Fact]
    public void Watermarks_under_way_are_bounded()
    {
        var marks = Enumerable.Range(0, OutgoingWatermarks.MaxInFlight + 1)
            .Select(i => new StreamWatermark(Journaling.DeviceId.Parse($"gate-{i}"), new(Some.Epoch, 1, []))).ToArray();

        var ingest = new Ingest().Connect().Commit([.. marks]);

        ingest.Told.Count().ShouldBe(OutgoingWatermarks.MaxInFlight);
        ingest.Answer(Stream).Told.ShouldBeEmpty("it was not under way");
        ingest.Answer(marks[0].Stream).Told.ShouldBe([1]);
    }

    [Fact]
    public void The_hub_says_that_it_is_there_when_it_comes_and_every_minute()
    {
        var ingest = new Ingest().Connect();
        ingest.Effects.ShouldBe([new IngestEffect.SayOnline()]);

        ingest.Tick(59.999).Effects.ShouldBeEmpty();
        ingest.Tick(0.001).Effects.ShouldBe([new IngestEffect.SayOnline()]);
    }

    [Fact]
    public void It_connects_at_once_and_again_after_a_wait()
    {
        var ingest = new Ingest().Tick();
        ingest.Effects.ShouldBe([new IngestEffect.Connect()]);

        ingest.Disconnect(jitter: 0.5).Tick(0.499).Effects.ShouldBeEmpty();
        ingest.Tick(0.001).Effects.ShouldBe([new IngestEffect.Connect()]);
    }

    [Fact]
    public void A_hole_that_stands_for_ten_minutes_is_reported_once()
    {
        var ingest = new Ingest().Commit(Mark(3, new SeqRange(4, 6)));

        ingest.Tick(599.999).Gaps.ShouldBeEmpty();
        ingest.Commit(Mark(3, new SeqRange(4, 5))).Tick(0.001).Gaps.ShouldBe([(4, 5)]);
        ingest.Tick(3600).Gaps.ShouldBeEmpty();
    }

    [Fact]
    public void A_hole_that_closes_or_moves_is_no_gap()
    {
        new Ingest().Commit(Mark(3, new SeqRange(4, 6))).Commit(Mark(7)).Tick(600).Gaps.ShouldBeEmpty();
        new Ingest().Commit(Mark(3, new SeqRange(4, 6))).After(300).Commit(Mark(4, new SeqRange(5, 6))).Tick(599).Gaps.ShouldBeEmpty();
    }

    [Fact]
    public void A_hole_that_the_ledger_had_before_the_start_is_reported_too()
    {
        var ingest = new Ingest().Recall(Mark(3, new SeqRange(4, 6)));

        ingest.Tick(600).Gaps.ShouldBe([(4, 6)]);
    }

    [Fact]
    public void No_more_journals_with_holes_are_watched_than_there_is_room_for()
    {
        var ingest = new Ingest();
        for (var i = 0; i <= IngestMachine.MaxGaps; i++)
            ingest.Recall(new StreamWatermark(Journaling.DeviceId.Parse($"gate-{i}"), new(Some.Epoch, 1, [new(2, 2)])));

        ingest.State.Gaps.Length.ShouldBe(IngestMachine.MaxGaps);
    }

    static RecordBatch Batch(int first, int last) => new([.. Some.Chain(last).Skip(first - 1)]);

    static StreamWatermark Mark(long upTo, params ImmutableArray<SeqRange> missing) => new(Some.Device, new(Some.Epoch, upTo, missing));
}
