using Checkpoint.Clocks;
using Checkpoint.Devices.Clocks;
using Checkpoint.Journaling;
using Checkpoint.Testing;

namespace Checkpoint.Edge;

public sealed class GateClockTests : IDisposable
{
    static readonly DateTimeOffset Start = GateClock.BuiltAfter.AddDays(1);

    readonly TempFolder folder = new();
    readonly ManualClock time = new(Start);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_clock_set_by_a_time_server_is_nearly_right()
    {
        Answer();

        Clock().CheckTime.ShouldBe(new(Start, ClockQuality.Synced, TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void A_clock_that_was_carried_on_may_be_further_off() =>
        Clock().CheckTime.ShouldBe(new(Start, ClockQuality.Estimated, TimeSpan.FromMinutes(15)));

    [Fact]
    public void A_clock_behind_what_is_already_past_knows_nothing_and_says_no_earlier_time()
    {
        var clock = Clock();
        var signed = Start.AddHours(1);

        clock.Raise(signed);
        clock.Raise(Start);

        clock.Floor.ShouldBe(signed);
        clock.Quality.ShouldBe(ClockQuality.Unknown);
        clock.CheckTime.Now.ShouldBe(signed);
        time.Advance(TimeSpan.FromHours(1));
        clock.CheckTime.Quality.ShouldBe(ClockQuality.Estimated);
    }

    [Fact]
    public void Before_the_program_existed_no_time_is_known()
    {
        time.Step(TimeSpan.FromDays(-1) - TimeSpan.FromTicks(1));

        Clock().CheckTime.Quality.ShouldBe(ClockQuality.Unknown);
    }

    [Fact]
    public void A_step_of_the_systems_clock_is_kept_until_it_is_written_down_and_moves_nothing_that_a_server_set()
    {
        Answer();
        var clock = Clock();
        clock.PeekChange().ShouldBeNull();

        time.Advance(TimeSpan.FromSeconds(1));
        time.Step(TimeSpan.FromDays(-7300));

        clock.Wall.ShouldBe(Start.AddSeconds(1));
        var change = clock.PeekChange().ShouldNotBeNull();
        change.Turn.ShouldBe(ClockTurn.Refused);
        clock.PeekChange().ShouldBe(change);
        clock.ForgetChange();
        clock.PeekChange().ShouldBeNull();
    }

    [Fact]
    public void A_clock_that_somebody_plays_with_fills_no_memory()
    {
        var clock = Clock();
        _ = clock.Now;

        for (var i = 0; i < GateClock.MaxChanges * 2; i++)
        {
            time.Step(TimeSpan.FromHours(1));
            _ = clock.Now;
        }

        var waiting = 0;
        for (; clock.PeekChange() is not null; waiting++)
            clock.ForgetChange();
        waiting.ShouldBe(GateClock.MaxChanges);
    }

    [Fact]
    public void The_hubs_time_is_shown_and_changes_nothing()
    {
        var clock = Clock();

        clock.HubSaid(Start.AddDays(14));

        clock.HubLead.ShouldBe(TimeSpan.FromDays(14));
        clock.Wall.ShouldBe(Start);
        clock.Quality.ShouldBe(ClockQuality.Estimated);
    }

    void Answer()
    {
        File.WriteAllText(folder["synchronized"], "");
        File.SetLastWriteTimeUtc(folder["synchronized"], Start.UtcDateTime);
    }

    GateClock Clock() => new(time, new SystemClockSource(time, folder["synchronized"], folder["rtc0"]));
}
