using Checkpoint.Journaling;

namespace Checkpoint.Ledgers;

public sealed class RetimingRuleTests
{
    static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    static readonly ClockAnchor Synced = new(10_000, Noon, ClockQuality.Synced);

    [Theory]
    [InlineData(9_999)]
    [InlineData(10_000)]
    public void An_entry_up_to_the_moment_goes_by_it(long mono) =>
        RetimingRule.For(mono, ClockQuality.Estimated, [Synced]).ShouldBe(Synced);

    [Fact]
    public void An_entry_after_it_does_not() => RetimingRule.For(10_001, ClockQuality.Estimated, [Synced]).ShouldBeNull();

    [Fact]
    public void A_clock_no_better_than_the_entrys_own_says_nothing() =>
        RetimingRule.For(1, ClockQuality.Rtc, [Synced with { Clock = ClockQuality.Rtc }]).ShouldBeNull();

    [Fact]
    public void An_entry_that_does_not_say_its_moment_or_clock_keeps_its_time()
    {
        RetimingRule.For(null, ClockQuality.Unknown, [Synced]).ShouldBeNull();
        RetimingRule.For(1, null, [Synced]).ShouldBeNull();
    }

    [Fact]
    public void The_best_clock_is_taken_and_of_equals_the_soonest()
    {
        ClockAnchor[] anchors = [Synced with { Mono = 30_000 }, Synced with { Mono = 20_000 }, new(15_000, Noon, ClockQuality.Rtc)];

        RetimingRule.For(1, ClockQuality.Unknown, anchors).ShouldBe(anchors[1]);
    }

    [Theory]
    [InlineData(-1, 2026)]
    [InlineData(ClockAnchor.MaxMono + 1, 2026)]
    [InlineData(0, 2019)]
    public void What_cannot_be_true_is_not_believed(long mono, int year) =>
        new ClockAnchor(mono, new(year, 6, 1, 0, 0, 0, TimeSpan.Zero), ClockQuality.Synced).IsPlausible.ShouldBeFalse();

    [Fact]
    public void Another_moment_of_the_same_start_is_told_from_it() => Synced.At(4_000).ShouldBe(Noon.AddSeconds(-6));
}
