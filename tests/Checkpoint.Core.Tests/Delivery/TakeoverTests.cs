namespace Checkpoint.Delivery;

public sealed class TakeoverTests
{
    [Fact]
    public void A_box_that_is_thrown_out_by_another_leaves_the_broker_to_it()
    {
        var outbox = new Outbox(written: 10).Connect().After(3600).Disconnect(jitter: 0, takenOver: true);

        outbox.Effects.ShouldBe([new OutboxEffect.Contest()]);
        (outbox.State.RetryAt - outbox.Now).ShouldBe(LinkRule.Truce);
    }

    [Fact]
    public void Chance_spreads_the_truce_over_twice_its_length() =>
        (new Outbox().Connect().Disconnect(jitter: 1, takenOver: true) is var outbox ? outbox.State.RetryAt - outbox.Now : null)
            .ShouldBe(LinkRule.Truce * 2);

    [Fact]
    public void A_link_that_comes_up_and_breaks_five_times_is_somebody_elses_even_if_the_broker_does_not_say_so()
    {
        var outbox = new Outbox();
        for (var life = 1; life < LinkRule.MaxShortLives; life++)
            outbox.Connect().After(29.999).Disconnect().Effects.ShouldBeEmpty();

        outbox.Connect().After(29.999).Disconnect().Effects.ShouldBe([new OutboxEffect.Contest()]);
        outbox.State.Link.IsContested.ShouldBeTrue();
    }

    [Fact]
    public void A_broker_that_is_away_is_nobody_elses()
    {
        var outbox = new Outbox();
        for (var attempt = 0; attempt < 20; attempt++)
            outbox.After(1).Disconnect();

        outbox.State.Link.IsContested.ShouldBeFalse();
    }

    // Under chaos, boxes and hub took a bad line for another box, and left a broker alone that was there for five to ten minutes.
    [Fact]
    public void A_call_that_is_not_taken_says_that_the_line_is_bad_and_not_that_somebody_else_is_there()
    {
        var outbox = new Outbox();
        for (var life = 0; life < 10; life++)
        {
            outbox.Connect().After(1).Disconnect();
            if (life % 4 == 3)
                outbox.After(1).Disconnect();
        }

        outbox.State.Link.IsContested.ShouldBeFalse();
    }

    [Fact]
    public void A_link_of_half_a_minute_begins_the_count_anew()
    {
        var outbox = new Outbox();
        for (var life = 0; life < 10; life++)
            outbox.Connect().After(life % 4 == 3 ? 30 : 1).Disconnect();

        outbox.State.Link.IsContested.ShouldBeFalse();
    }

    [Fact]
    public void Once_contested_one_short_life_more_is_enough_and_it_is_told_once()
    {
        var outbox = new Outbox().Connect().Disconnect(takenOver: true).Connect().After(1);

        outbox.Disconnect(jitter: 0).Effects.ShouldBeEmpty();

        (outbox.State.RetryAt - outbox.Now).ShouldBe(LinkRule.Truce);
    }

    [Fact]
    public void A_link_that_lasts_a_minute_ends_it()
    {
        var outbox = new Outbox().Connect().Disconnect(takenOver: true).Connect();

        outbox.Tick(59.999).State.Link.IsContested.ShouldBeTrue();
        outbox.Tick(0.001).State.Link.IsContested.ShouldBeFalse();
    }
}
