using Checkpoint.Testing.Programs;

namespace Checkpoint.EndToEnd;

public class ClockTests
{
    static readonly TimeSpan Close = TimeSpan.FromMinutes(10); // the gate's own clock runs four times as fast

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Entries_made_before_the_clock_was_set_are_re_timed_in_the_ledger_and_keep_both_times()
    {
        await using var site = await Site.OpenAsync(passages: 14, clock: TimeSpan.FromDays(-14));
        await site.WrittenAsync(5);

        site.SetClock(TimeSpan.Zero, "synced");
        await site.HealedAsync();

        var rows = await site.Hub.LedgerAsync("gate-1", Cancel);
        var clock = rows.Single(row => row.Kind is "clock");
        var before = rows.Where(row => row.Time < clock.Time - Close).ToList();
        before.Count.ShouldBeGreaterThanOrEqualTo(5);
        before.ShouldAllBe(row => row.Retimed != null && (row.Retimed.Value - row.Time - TimeSpan.FromDays(14)).Duration() < Close);
        rows.Where(row => row.Time >= clock.Time - Close).ShouldAllBe(row => row.Retimed == null);
        (await site.JudgeAsync()).ShouldBe(new Judgement(14, 14, 14, 0, 0));
    }

    [Theory]
    [InlineData(20 * 365)]
    [InlineData(-20 * 365)]
    [InlineData(-20_600)] // 1970
    [InlineData(1.0 / 24)]
    public async Task A_clock_that_jumps_stops_no_gate_and_loses_nothing(double days)
    {
        await using var site = await Site.OpenAsync(passages: 14);
        site.SetClock(TimeSpan.Zero, "synced");
        await site.WrittenAsync(4);

        site.SetClock(TimeSpan.FromDays(days), "estimated");
        await site.WrittenAsync(9);
        site.SetClock(TimeSpan.Zero, "synced");
        await site.HealedAsync();

        (await site.JudgeAsync()).ShouldBe(new Judgement(14, 14, 14, 0, 0));
        var rows = await site.Hub.LedgerAsync("gate-1", Cancel);
        rows.ShouldAllBe(row => (row.Time - TimeProvider.System.GetUtcNow()).Duration() < Close); // the gate's own time did not jump
        rows.Count(row => row.Kind is "clock").ShouldBe(1);
    }
}
