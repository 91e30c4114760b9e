namespace Checkpoint.Hosting.Mqtt;

public sealed class BackOffTests
{
    [Fact]
    public void The_ceiling_doubles_from_one_second_and_stays_at_sixty()
    {
        var backOff = new BackOff();

        var waits = Enumerable.Range(0, 9).Select(_ => backOff.Next(new AlmostOne()).TotalSeconds).ToList();

        waits.Select(w => Math.Round(w)).ShouldBe([1, 2, 4, 8, 16, 32, 60, 60, 60]);
    }

    [Fact]
    public void A_wait_may_be_nothing_at_all() => new BackOff().Next(new Zero()).ShouldBe(TimeSpan.Zero);

    [Fact]
    public void A_reset_starts_over()
    {
        var backOff = new BackOff();
        for (var i = 0; i < 7; i++)
            backOff.Next(new Zero());

        backOff.Reset();

        backOff.Next(new AlmostOne()).ShouldBeLessThanOrEqualTo(BackOff.Shortest);
    }

    [Fact]
    public void Ten_thousand_boxes_spread_evenly()
    {
        var random = new Random(20220401);
        var waits = Enumerable.Range(0, 10_000).Select(_ => new BackOff().Next(random)).ToList();

        var tenths = waits.CountBy(w => (int)(w.TotalSeconds * 10)).ToList();

        tenths.Count.ShouldBe(10);
        tenths.ShouldAllBe(t => t.Value > 850 && t.Value < 1150);
    }

    sealed class AlmostOne : Random
    {
        public override double NextDouble() => 1 - 1e-9;
    }

    sealed class Zero : Random
    {
        public override double NextDouble() => 0;
    }
}
