namespace Checkpoint.Delivery;

public sealed class BackOffTests
{
    [Fact]
    public void The_first_attempt_is_made_at_once_and_once()
    {
        var outbox = new Outbox().Tick();

        outbox.Effects.ShouldBe([new OutboxEffect.Connect()]);
        outbox.Tick(3600).Effects.ShouldBeEmpty();
    }

    [Fact]
    public void Waits_double_from_one_second_to_a_minute()
    {
        var outbox = new Outbox().Tick();
        var waits = new List<double>();

        for (var failure = 0; failure < 20; failure++)
        {
            outbox.Disconnect(jitter: 1);
            waits.Add((outbox.State.RetryAt!.Value - outbox.Now).TotalSeconds);
            outbox.Tick(waits[^1] - 0.001).Effects.ShouldBeEmpty();
            outbox.Tick(0.001).Effects.ShouldBe([new OutboxEffect.Connect()]);
        }

        waits.Take(8).ShouldBe([1, 2, 4, 8, 16, 32, 60, 60]);
        waits.Max().ShouldBe(60);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.25, 15)]
    [InlineData(1, 60)]
    [InlineData(-3, 0)]
    [InlineData(7, 60)]
    public void Jitter_spreads_a_wait_over_its_whole_length(double jitter, double seconds)
    {
        var outbox = new Outbox();
        for (var failure = 0; failure < 6; failure++)
            outbox.Disconnect();

        outbox.Disconnect(jitter).State.RetryAt.ShouldBe(TimeSpan.FromSeconds(seconds));
    }

    [Fact]
    public void A_stable_minute_with_a_confirmed_record_starts_the_waits_over() => Wait(minute: 60, confirmed: true).ShouldBe(1);

    [Fact]
    public void A_minute_less_a_moment_is_not_stable() => Wait(minute: 59.999, confirmed: true).ShouldBe(16);

    [Fact]
    public void A_stable_minute_without_a_confirmed_record_proves_nothing() => Wait(minute: 60, confirmed: false).ShouldBe(16);

    [Fact]
    public void A_record_confirmed_on_an_earlier_link_proves_nothing_about_this_one()
    {
        var outbox = Failed(4).Connect().After(1).Confirm(1).Disconnect().Connect().After(120).Disconnect();

        (outbox.State.RetryAt - outbox.Now).ShouldBe(TimeSpan.FromSeconds(32));
    }

    [Fact]
    public void An_attempt_that_failed_before_the_link_was_up_proves_nothing()
    {
        var outbox = Failed(4).After(3600).Disconnect();

        (outbox.State.RetryAt - outbox.Now).ShouldBe(TimeSpan.FromSeconds(16));
    }

    [Fact]
    public void A_broken_link_has_no_window_and_nothing_under_way()
    {
        var outbox = new Outbox(written: 100).Connect().Disconnect();

        outbox.State.IsUp.ShouldBeFalse();
        outbox.State.InFlight.ShouldBe(0);
        outbox.Tick(0.5).Effects.ShouldBeEmpty();
    }

    static double Wait(double minute, bool confirmed)
    {
        var outbox = Failed(4).Connect().After(1);
        if (confirmed)
            outbox.Confirm(1);
        return (outbox.After(minute - 1).Disconnect().State.RetryAt!.Value - outbox.Now).TotalSeconds;
    }

    static Outbox Failed(int times)
    {
        var outbox = new Outbox(written: 10);
        for (var failure = 0; failure < times; failure++)
            outbox.Disconnect();
        return outbox;
    }
}
