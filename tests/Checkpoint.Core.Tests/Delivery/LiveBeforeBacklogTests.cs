using Checkpoint.Wire;

namespace Checkpoint.Delivery;

public sealed class LiveBeforeBacklogTests
{
    const int NinetyDays = 180_000;

    [Fact]
    public void A_live_entry_goes_at_once_however_long_the_backlog_is() =>
        new Outbox(written: NinetyDays).Connect().Append(NinetyDays + 1).Published.ShouldBe([new(NinetyDays + 1, NinetyDays + 1)]);

    [Fact]
    public void Where_the_broker_takes_one_message_a_live_entry_is_the_next() =>
        new Outbox(written: NinetyDays).Connect(1).Append(NinetyDays + 1).Answer().Published.ShouldBe([new(NinetyDays + 1, NinetyDays + 1)]);

    [Fact]
    public void The_backlog_goes_on_behind_live_entries()
    {
        var outbox = new Outbox(written: 1000).Connect().Append(1001);

        outbox.Answer().Answer().Published.ShouldBe([new(351, 400)]);
    }

    [Fact]
    public void Live_entries_share_messages_when_there_are_too_many()
    {
        var outbox = new Outbox().Connect();
        for (var seq = 1; seq <= OutboxPump.LiveBurst; seq++)
            outbox.Append(seq).Answer();

        outbox.Append(21).Published.ShouldBeEmpty();
        outbox.Append(25).Published.ShouldBeEmpty();
        outbox.Tick(1 / OutboxPump.LivePerSecond).Published.ShouldBe([new(21, 25)]);
    }

    [Fact]
    public void A_backlog_goes_no_faster_than_its_budget()
    {
        var outbox = new Outbox(written: NinetyDays).Connect();
        var sent = outbox.Published.Sum(Length);
        while (outbox.Answer().Published.Any() || outbox.Confirm(outbox.State.Sent).Published.Any())
            sent += outbox.Published.Sum(Length);

        sent.ShouldBe((long)OutboxPump.DrainBurst);
        for (var i = 0; i < OutboxMachine.MaxInFlight; i++)
            outbox.Answer();
        outbox.Tick(0.01).Published.Sum(Length).ShouldBe((long)(OutboxPump.DrainPerSecond * 0.01));
    }

    [Fact]
    public void What_the_hub_cannot_take_yet_waits_on_the_disk_and_not_in_the_broker()
    {
        var outbox = new Outbox(written: NinetyDays).Connect();
        while (outbox.Answer().Published.Any())
        {
            // The broker answers at once; the hub does not.
        }

        outbox.State.Sent.ShouldBe(OutboxPump.MaxUnconfirmed);
        outbox.Confirm(1000).Published.ShouldNotBeEmpty();
        outbox.Append(NinetyDays + 1).Published.ShouldBe([new(NinetyDays + 1, NinetyDays + 1)], "live entries do not wait for the hub");
    }

    [Fact]
    public void A_live_run_that_was_lost_is_sent_again_and_the_rest_of_the_backlog_is_no_hole()
    {
        var outbox = new Outbox(written: 1000).Connect().Append(1002).Append(1004).Answer().Answer();

        outbox.Confirm(50, new SeqRange(51, 1002)).Published.ShouldBeEmpty("the backlog is on its way");
        outbox.Confirm(50, new SeqRange(51, 1000), new SeqRange(1001, 1002)).Published.ShouldBe([new(1001, 1002)]);
    }

    [Fact]
    public void Ninety_days_drain_in_order_with_every_live_entry_within_a_second()
    {
        var outbox = new Outbox(written: NinetyDays).Connect();
        var (written, slowest, appendedAt) = ((long)NinetyDays, TimeSpan.Zero, TimeSpan.Zero);
        for (var step = 0; outbox.State.Released < NinetyDays && step < 100_000; step++)
        {
            if (step % 200 == 0)
            {
                appendedAt = outbox.Now;
                outbox.Append(++written);
                Note();
            }

            outbox.After(0.005).Answer();
            Note();
            if (step % 4 == 0)
                outbox.Confirm(Math.Min(outbox.State.Sent, NinetyDays));
            outbox.Tick();
            Note();
        }

        outbox.State.Released.ShouldBe(NinetyDays);
        slowest.ShouldBeLessThan(TimeSpan.FromSeconds(1));

        void Note()
        {
            if (outbox.Published.Any(range => range.Last == written) && written > NinetyDays && outbox.Now - appendedAt > slowest)
                slowest = outbox.Now - appendedAt;
        }
    }

    static long Length(SeqRange range) => range.Last - range.First + 1;
}
