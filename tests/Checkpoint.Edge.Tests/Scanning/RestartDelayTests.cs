namespace Checkpoint.Edge.Scanning;

public sealed class RestartDelayTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 250)]
    [InlineData(2, 500)]
    [InlineData(3, 1000)]
    [InlineData(4, 2000)]
    [InlineData(5, 4000)]
    [InlineData(6, 4000)]
    [InlineData(int.MaxValue, 4000)]
    public void The_first_loss_costs_no_wait_and_the_next_ones_cost_more_up_to_a_limit(int losses, int milliseconds) =>
        RestartDelay.After(losses).TotalMilliseconds.ShouldBe(milliseconds);
}
