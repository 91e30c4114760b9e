using Checkpoint.Testing;

namespace Checkpoint.Devices.Gpio;

public sealed class IndicatorPlayerTests : IDisposable
{
    const IndicatorLines Wired = IndicatorLines.Green | IndicatorLines.Red | IndicatorLines.White | IndicatorLines.Buzzer | IndicatorLines.Relay;

    readonly ManualClock clock = new(DateTimeOffset.UnixEpoch);
    readonly RecordedLines lines;
    readonly IndicatorPlayer player;

    public IndicatorPlayerTests()
    {
        lines = new(() => clock.GetUtcNow() - DateTimeOffset.UnixEpoch);
        player = new(new(Wired, TimeSpan.FromSeconds(1)), lines.Open, clock);
    }

    public void Dispose() => player.Dispose();

    [Fact]
    public void Everything_is_off_from_the_first_moment()
    {
        lines.Changes.ShouldBe([(0, IndicatorLines.None)]);
    }

    [Fact]
    public void Showing_a_signal_touches_no_line_and_the_next_moment_does()
    {
        player.Show(Signals.Hold);
        lines.Changes.Count.ShouldBe(1);

        clock.Advance(TimeSpan.Zero);

        lines.Changes[^1].ShouldBe((0, IndicatorLines.Red | IndicatorLines.Buzzer));
    }

    [Fact]
    public void A_signal_is_played_by_the_clock()
    {
        player.Show(Signals.Admit);
        Pass(5_000);

        lines.Changes.Skip(1).ShouldBe([
            (0, IndicatorLines.Green | IndicatorLines.Buzzer | IndicatorLines.Relay),
            (200, IndicatorLines.Green | IndicatorLines.Relay),
            (1_000, IndicatorLines.Green)]);
    }

    [Fact]
    public void A_new_signal_replaces_the_one_before_at_once()
    {
        player.Show(Signals.Admit);
        Pass(100);
        player.Show(Signals.Hold);
        Pass(600);

        lines.Changes.Skip(2).ShouldBe([
            (100, IndicatorLines.Red | IndicatorLines.Buzzer),
            (350, IndicatorLines.Buzzer),
            (600, IndicatorLines.None)]);
    }

    [Fact]
    public void A_light_that_does_not_change_costs_nothing()
    {
        player.Show(Signals.Steady(Checkpoint.Signals.LightColour.Green));
        Pass(10);
        var before = lines.Changes.Count;

        Pass(3_600_000);

        lines.Changes.Count.ShouldBe(before);
    }

    [Fact]
    public void At_the_end_everything_is_off_the_gate_is_shut_and_the_lines_are_given_back()
    {
        player.Show(Signals.Admit);
        Pass(100);

        player.Dispose();
        player.Show(Signals.Admit);
        Pass(5_000);

        lines.Changes[^1].ShouldBe((100, IndicatorLines.None));
        lines.Holders.ShouldBe(0);
    }

    [Fact]
    public void A_lost_chip_is_counted_and_asked_for_again_later_each_time()
    {
        var told = new List<TimeSpan>();
        player.Faults.Happened += (_, fault) => told.Add(fault.RetryIn);
        lines.IsBroken = true;

        player.Show(Signals.Hold);
        Pass(100_000);

        player.Faults.Count.ShouldBe(lines.Openings); // the first opening was good, the first fault was a write
        told.Take(7).Select(wait => (int)wait.TotalSeconds).ShouldBe([1, 2, 4, 8, 16, 30, 30]);
        player.Faults.Current.ShouldBe("The GPIO chip is gone.");
        lines.Holders.ShouldBe(0);
    }

    [Fact]
    public void Signals_do_not_hurry_a_lost_chip()
    {
        lines.IsBroken = true;
        player.Show(Signals.Hold);
        Pass(100);
        var before = lines.Openings;

        for (var i = 0; i < 50; i++)
        {
            player.Show(Signals.Admit);
            Pass(10);
        }

        lines.Openings.ShouldBe(before);
    }

    [Fact]
    public void A_chip_that_comes_back_shows_what_is_shown_now()
    {
        lines.IsBroken = true;
        player.Show(Signals.Hold);
        Pass(500);
        player.Show(Signals.Steady(Checkpoint.Signals.LightColour.Green));
        lines.IsBroken = false;

        Pass(501);

        lines.Changes[^1].ShouldBe((1_000, IndicatorLines.Green));
        player.Faults.Current.ShouldBeNull();
        player.Faults.Count.ShouldBe(1);
    }

    [Fact]
    public void An_indicator_that_is_lost_to_the_end_ends_all_the_same()
    {
        player.Show(Signals.Admit);
        Pass(10);
        lines.IsBroken = true;

        player.Dispose();

        player.Faults.Count.ShouldBe(1);
        lines.Holders.ShouldBe(0);
    }

    void Pass(int milliseconds) => clock.Advance(TimeSpan.FromMilliseconds(milliseconds));
}
