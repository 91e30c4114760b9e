using Checkpoint.Devices.Clocks;
using Checkpoint.Passages;
using Checkpoint.Policies;
using Checkpoint.Testing;

namespace Checkpoint.Edge.Today;

public sealed class TodayBookTests
{
    static readonly DateTimeOffset Evening = new(2026, 11, 21, 23, 59, 0, TimeSpan.Zero);

    readonly ManualClock time = new(Evening);
    readonly GateClock clock;
    readonly TodayBook today;

    public TodayBookTests()
    {
        clock = new(time, new SystemClockSource(time));
        today = new(clock);
    }

    [Fact]
    public void The_newest_entry_stands_first()
    {
        Add(1);
        Add(2);

        today.Newest().Select(entry => entry.Seq).ShouldBe([2, 1]);
    }

    [Fact]
    public void At_midnight_yesterday_is_forgotten()
    {
        Add(1);
        time.Advance(clock.ToLocal(Evening).Date.AddDays(1) - clock.ToLocal(Evening).DateTime);

        today.Newest().ShouldBeEmpty();
        Add(2);

        today.Newest().ShouldHaveSingleItem().Seq.ShouldBe(2);
    }

    [Fact]
    public void A_minute_before_midnight_today_is_still_today()
    {
        Add(1);
        time.Advance(clock.ToLocal(Evening).Date.AddDays(1) - clock.ToLocal(Evening).DateTime - TimeSpan.FromTicks(1));

        today.Newest().ShouldHaveSingleItem();
    }

    [Fact]
    public void Above_the_limit_the_oldest_is_forgotten()
    {
        for (var seq = 1; seq <= TodayBook.MostEntries + 1; seq++)
            Add(seq);

        today.Newest().Count.ShouldBe(TodayBook.MostEntries);
        today.Newest()[^1].Seq.ShouldBe(2);
    }

    void Add(long seq) => today.Add(new(seq, clock.ToLocal(clock.Wall), seq, Direction.Entry, Verdict.Admit, "张**", Some.Epoch));
}
