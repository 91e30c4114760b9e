using Checkpoint.Journaling;

namespace Checkpoint.Clocks;

public sealed class HubOffsetTests
{
    static readonly DateTimeOffset Start = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_receipt_that_came_late_says_less_than_one_that_came_at_once()
    {
        var prompt = HubOffset.Learn(null, TimeSpan.FromSeconds(10), Start.AddSeconds(10));

        var late = HubOffset.Learn(prompt, TimeSpan.FromSeconds(100), Start.AddSeconds(40));

        late.ShouldBe(prompt);
        late.From(new(TimeSpan.FromSeconds(100), Start.AddSeconds(70), ClockQuality.Estimated, TimeSpan.Zero)).ShouldBe(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void An_earlier_estimate_gives_way_to_a_nearer_one()
    {
        var late = HubOffset.Learn(null, TimeSpan.FromSeconds(100), Start.AddSeconds(40));

        HubOffset.Learn(late, TimeSpan.FromSeconds(101), Start.AddSeconds(101)).ShouldBe(new(Start));
    }

    [Fact]
    public void The_earliest_time_there_is_can_be_said() =>
        HubOffset.Learn(null, TimeSpan.FromHours(1), DateTimeOffset.MinValue).Lead.ShouldBe(DateTimeOffset.MinValue);
}
