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
        File.WriteAllText(folder["synchronized"], "");

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
    public void Before_the_program_existed_no_time_is_known() =>
        new GateClock(new ManualClock(GateClock.BuiltAfter.AddTicks(-1)), folder["synchronized"]).CheckTime.Quality.ShouldBe(ClockQuality.Unknown);

    GateClock Clock() => new(time, folder["synchronized"]);
}
