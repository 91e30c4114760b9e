namespace Checkpoint.Edge.Outbox;

public sealed class DisputeLimitTests
{
    readonly DisputeLimit limit = new();

    [Fact]
    public void A_few_journals_may_be_kept_aside_at_once_and_then_one_in_eight_hours()
    {
        for (var i = 0; i < DisputeLimit.Burst; i++)
            limit.TryTake(TimeSpan.Zero, out _).ShouldBeTrue();

        limit.TryTake(DisputeLimit.Each - TimeSpan.FromSeconds(1), out _).ShouldBeFalse();
        limit.TryTake(DisputeLimit.Each + TimeSpan.FromSeconds(1), out _).ShouldBeTrue();
        limit.TryTake(DisputeLimit.Each + TimeSpan.FromSeconds(2), out _).ShouldBeFalse();
    }

    [Fact]
    public void A_refusal_is_news_once()
    {
        for (var i = 0; i < DisputeLimit.Burst; i++)
            limit.TryTake(TimeSpan.Zero, out _);

        limit.TryTake(TimeSpan.Zero, out var first);
        limit.TryTake(TimeSpan.Zero, out var second);

        (first, second).ShouldBe((true, false));
    }
}
