using Checkpoint.Journaling;
using Checkpoint.Wire;

namespace Checkpoint.Delivery;

public sealed class OutboxMachineTests
{
    [Fact]
    public void A_new_entry_is_sent_at_once()
    {
        var outbox = new Outbox().Connect().Append(1);

        outbox.Published.ShouldBe([new(1, 1)]);
        outbox.State.Waiting.ShouldBe(1);
    }

    [Fact]
    public void Nothing_is_sent_while_the_link_is_down()
    {
        var outbox = new Outbox().Append(120);
        outbox.Effects.ShouldBeEmpty();

        outbox.Connect().Published.ShouldBe([new(1, 50), new(51, 100), new(101, 120)]);
    }

    [Fact]
    public void A_batch_holds_fifty_records()
    {
        new Outbox(written: 50).Connect().Published.ShouldBe([new(1, 50)]);
        new Outbox(written: 51).Connect().Published.ShouldBe([new(1, 50), new(51, 51)]);
    }

    [Fact]
    public void Eight_batches_are_under_way_at_most()
    {
        var outbox = new Outbox(written: 1000).Connect(receiveMaximum: 65535);

        outbox.Published.Count().ShouldBe(OutboxMachine.MaxInFlight - OutboxPump.LiveReserve);
        outbox.State.Sent.ShouldBe(350);
        outbox.Append(1001).Published.ShouldBe([new(1001, 1001)]);
        outbox.State.InFlight.ShouldBe(OutboxMachine.MaxInFlight);
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(7, 6)]
    [InlineData(8, 7)]
    [InlineData(9, 7)]
    public void The_broker_may_allow_fewer(int receiveMaximum, int batches) =>
        new Outbox(written: 1000).Connect(receiveMaximum).Published.Count().ShouldBe(batches);

    [Fact]
    public void An_answer_makes_room_for_one_batch_and_delivers_nothing()
    {
        var outbox = new Outbox(written: 1000).Connect(2).Answer();

        outbox.Published.ShouldBe([new(51, 100)]);
        outbox.State.Released.ShouldBe(0);
        outbox.State.InFlight.ShouldBe(1);
    }

    [Fact]
    public void An_answer_too_many_opens_no_wider_window()
    {
        var outbox = new Outbox().Connect(1).Answer().Answer().Answer().Append(200);

        outbox.Published.ShouldBe([new(1, 50)]);
    }

    [Fact]
    public void Nothing_is_released_before_the_hub_has_confirmed_it()
    {
        var outbox = new Outbox(written: 3).Connect().Answer().Tick(1);
        outbox.State.Released.ShouldBe(0);

        outbox.Confirm(2);

        outbox.Effects.ShouldBe([new OutboxEffect.Release(2)]);
        outbox.State.Released.ShouldBe(2);
        outbox.State.Waiting.ShouldBe(1);
    }

    [Fact]
    public void A_watermark_that_says_nothing_new_releases_nothing() =>
        new Outbox(written: 3).Connect().Confirm(2).Confirm(2).Confirm(1).Effects.ShouldBeEmpty();

    [Fact]
    public void A_watermark_of_another_journal_is_ignored() =>
        new Outbox(written: 3).Connect().Confirm(new Watermark(Epoch.Parse("ffffffffffffffff"), 2, [])).State.Released.ShouldBe(0);

    [Theory]
    [InlineData(3, 3)]
    [InlineData(4, 0)]
    [InlineData(long.MaxValue, 0)]
    public void A_watermark_over_what_this_disk_has_written_is_ignored(long upTo, long released) =>
        new Outbox(written: 3).Connect().Confirm(upTo).State.Released.ShouldBe(released);

    [Fact]
    public void A_watermark_from_before_the_link_broke_still_counts()
    {
        var outbox = new Outbox(written: 100).Connect().Disconnect().Confirm(60).Connect();

        outbox.Published.ShouldBe([new(61, 100)]);
    }

    [Fact]
    public void A_watermark_after_a_rewind_skips_what_it_confirms()
    {
        var outbox = new Outbox(written: 500).Connect(1).Confirm(320);

        outbox.Answer().Published.ShouldBe([new(321, 370)]);
    }

    [Fact]
    public void A_new_link_starts_again_after_the_last_watermark()
    {
        var outbox = new Outbox(written: 100).Connect().Confirm(30).Disconnect().After(1).Connect();

        outbox.Published.ShouldBe([new(31, 80), new(81, 100)]);
        outbox.State.InFlight.ShouldBe(2);
    }

    [Fact]
    public void The_hubs_return_starts_again_after_the_last_watermark()
    {
        var outbox = new Outbox(written: 100).Connect().Confirm(30).HubReturns();

        outbox.Published.ShouldBe([new(31, 80), new(81, 100)]);
    }

    [Fact]
    public void The_hubs_return_means_nothing_while_the_link_is_down() =>
        new Outbox(written: 100).HubReturns().Effects.ShouldBeEmpty();

    [Fact]
    public void A_journal_never_shrinks() => new Outbox(written: 9).Append(5).State.Written.ShouldBe(9);

    [Fact]
    public void A_hole_that_the_hub_names_is_filled()
    {
        var outbox = new Outbox(written: 300).Connect().Confirm(10, new SeqRange(11, 65), new SeqRange(90, 90));

        outbox.Effects.ShouldBe(
        [
            new OutboxEffect.Release(10),
            new OutboxEffect.Publish(new(11, 60)),
            new OutboxEffect.Publish(new(61, 65)),
        ]);
        outbox.Answer().Published.ShouldBe([new(90, 90)]);
    }

    [Fact]
    public void Holes_are_filled_at_most_every_two_seconds()
    {
        var outbox = new Outbox(written: 300).Connect().Confirm(10, new SeqRange(11, 12));

        outbox.After(1.999).Answer().Confirm(10, new SeqRange(11, 12)).Published.ShouldBeEmpty();
        outbox.After(0.001).Confirm(10, new SeqRange(11, 12)).Published.ShouldBe([new(11, 12)]);
    }

    [Fact]
    public void Holes_come_before_what_is_new()
    {
        var outbox = new Outbox(written: 1000).Connect(1).Confirm(10, new SeqRange(11, 20)).Append(1001);

        outbox.Answer().Published.ShouldBe([new(11, 20)]);
        outbox.Answer().Published.ShouldBe([new(1001, 1001)]);
        outbox.Answer().Published.ShouldBe([new(51, 100)]);
    }

    [Fact]
    public void A_hole_in_what_was_not_sent_on_this_link_is_no_hole()
    {
        var outbox = new Outbox(written: 1000).Connect(1).Confirm(10, new SeqRange(40, 60));

        outbox.Answer().Published.ShouldBe([new(51, 100)]);
    }

    [Fact]
    public void A_hole_that_was_filled_while_it_waited_for_room_is_forgotten()
    {
        var outbox = new Outbox(written: 400).Connect().Append(401).Confirm(0, new SeqRange(1, 2), new SeqRange(200, 201));
        outbox.Published.ShouldBeEmpty();

        outbox.Confirm(100);

        outbox.Answer().Published.ShouldBe([new(200, 201)]);
    }

    [Fact]
    public void A_watermark_that_stands_still_makes_the_box_send_again_with_doubling_patience()
    {
        var outbox = new Outbox(written: 10).Connect();
        var patience = OutboxMachine.FirstStall.TotalSeconds;

        for (var stall = 0; stall < 12; stall++)
        {
            outbox.Tick(patience - 0.001).Published.ShouldBeEmpty();
            outbox.Tick(0.001).Published.ShouldBe([new(1, 10)]);
            outbox.Answer().Answer();
            patience = Math.Min(patience * 2, OutboxMachine.LongestStall.TotalSeconds);
        }

        patience.ShouldBe(300);
    }

    [Fact]
    public void Progress_and_a_new_link_and_the_hubs_return_restore_the_first_patience()
    {
        Stalled().Confirm(5).Tick(5).Published.ShouldBe([new(6, 10)]);
        Stalled().Disconnect().Connect().Tick(5).Published.ShouldBe([new(1, 10)]);
        Stalled().HubReturns().Tick(5).Published.ShouldBe([new(1, 10)]);
        Stalled().Tick(39.999).Published.ShouldBeEmpty();

        static Outbox Stalled() => new Outbox(written: 10).Connect().Tick(5).Tick(10).Tick(20);
    }

    // Found by simulation: a journal that replaced another forgot what the broker had not answered.
    [Fact]
    public void A_journal_that_follows_another_shares_its_window_and_its_link()
    {
        var before = new Outbox(written: 100).Connect(2).Append(101).State;

        var now = OutboxMachine.Succeed(before, new(Epoch.Parse("ffffffffffffffff"), 1, 0), TimeSpan.FromSeconds(1));

        (now.InFlight, now.Window, now.IsUp, now.Waiting).ShouldBe((2, 2, true, 1));
        var first = OutboxMachine.Advance(now, new OutboxInput.Answered(TimeSpan.FromSeconds(1)));
        first.Effects.ShouldBeEmpty("the place that is left is for live entries");
        OutboxMachine.Advance(first.Next, new OutboxInput.Answered(TimeSpan.FromSeconds(1))).Effects
            .ShouldBe([new OutboxEffect.Publish(new(1, 1))]);
    }

    [Fact]
    public void A_quiet_gate_has_not_stalled()
    {
        var outbox = new Outbox(written: 10).Connect().Confirm(10).Tick(3600).Append(11);
        outbox.Published.ShouldBe([new(11, 11)]);

        outbox.Tick(4.999).Published.ShouldBeEmpty();
    }
}
