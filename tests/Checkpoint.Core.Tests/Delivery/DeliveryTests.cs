namespace Checkpoint.Delivery;

public sealed class DeliveryTests
{
    const int Seeds = 2000;

    [Fact]
    public void Whatever_the_broker_does_the_hub_ends_with_every_entry_exactly_once()
    {
        for (var seed = 0UL; seed < Seeds; seed++)
        {
            var journey = new Journey(seed).Suffer(steps: 120).Heal(within: TimeSpan.FromHours(1));

            var why = $"seed {seed}";
            journey.Released.ShouldBe(journey.Written, why);
            journey.Ledger.Count.ShouldBe((int)journey.Written, why);
            journey.Ledger.Distinct().Count().ShouldBe(journey.Ledger.Count, why);
            journey.ReleasedTooMuch.ShouldBeFalse(why);
            journey.SentTooMuch.ShouldBeFalse(why);
        }
    }
}
