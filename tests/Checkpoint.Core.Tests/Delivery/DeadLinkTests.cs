namespace Checkpoint.Delivery;

public sealed class DeadLinkTests
{
    // Found by simulation: seven answers that never came left no place for the backlog, and the eighth was kept for live entries.
    [Fact]
    public void A_broker_that_owes_answers_for_a_minute_while_nothing_gets_through_is_connected_to_anew()
    {
        var outbox = new Outbox(written: 1000).Connect();

        for (var second = 1; second < 60; second++)
            outbox.Tick(1).Effects.ShouldNotContain(new OutboxEffect.Connect());
        outbox.Tick(1).Effects.ShouldBe([new OutboxEffect.Connect()]);
        outbox.State.IsUp.ShouldBeFalse();
        outbox.Connect().Published.Count().ShouldBe(7);
    }

    [Fact]
    public void A_broker_that_owes_answers_while_the_watermark_moves_is_only_busy()
    {
        var outbox = new Outbox(written: 1000).Connect().After(58).Confirm(50);

        outbox.Tick(4.9).Effects.ShouldNotContain(new OutboxEffect.Connect());
    }

    [Fact]
    public void A_broker_that_answers_everything_is_alive_however_long_the_hub_is_away()
    {
        var outbox = new Outbox(written: 10).Connect().Answer();

        for (var minute = 0; minute < 60; minute++)
            outbox.Tick(60).Answer().Effects.ShouldNotContain(new OutboxEffect.Connect());
    }

    // A rewind forgot what was unanswered, and went over what the broker takes.
    [Fact]
    public void What_is_sent_again_shares_the_window_with_what_is_unanswered()
    {
        var outbox = new Outbox(written: 1000).Connect(4).HubReturns();

        outbox.Published.ShouldBeEmpty();
        outbox.State.InFlight.ShouldBe(3);
    }
}
