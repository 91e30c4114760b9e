using Checkpoint.Testing;

namespace Checkpoint.Devices.Simulated;

public sealed class ScaledClockTests
{
    static readonly DateTimeOffset Start = DateTimeOffset.UnixEpoch;
    readonly ManualClock real = new(Start);

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(ScaledClock.MaxSpeed)]
    public void Time_runs_faster_by_the_speed(int speed)
    {
        var clock = new ScaledClock(real, speed);
        var begin = clock.GetTimestamp();

        real.Advance(TimeSpan.FromSeconds(2));

        clock.GetElapsedTime(begin).ShouldBe(TimeSpan.FromSeconds(2 * speed));
        clock.GetUtcNow().ShouldBe(Start + TimeSpan.FromSeconds(2 * speed));
    }

    [Fact]
    public void A_timer_fires_as_soon_as_its_time_is_over_and_not_before()
    {
        var clock = new ScaledClock(real, 10);
        var fired = 0;
        using var timer = clock.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);

        real.Advance(TimeSpan.FromMilliseconds(99));
        fired.ShouldBe(0);
        real.Advance(TimeSpan.FromMilliseconds(1));

        fired.ShouldBe(1);
        clock.GetUtcNow().ShouldBe(Start + TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void A_period_is_shortened_too_also_when_it_is_changed()
    {
        var clock = new ScaledClock(real, 10);
        var fired = 0;
        using var timer = clock.CreateTimer(_ => fired++, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        real.Advance(TimeSpan.FromSeconds(1));
        fired.ShouldBe(0);
        timer.Change(TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(100));
        real.Advance(TimeSpan.FromMilliseconds(35));

        fired.ShouldBe(3);
    }

    [Fact]
    public void A_wait_too_short_for_the_real_clock_is_rounded_up()
    {
        var clock = new ScaledClock(real, 100);

        var wait = Task.Delay(TimeSpan.FromMilliseconds(10), clock, TestContext.Current.CancellationToken);

        wait.IsCompleted.ShouldBeFalse();
        real.Advance(TimeSpan.FromMilliseconds(1));
        wait.IsCompleted.ShouldBeTrue();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(ScaledClock.MaxSpeed + 1)]
    public void A_speed_beyond_the_limits_is_refused(int speed) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new ScaledClock(real, speed));
}
