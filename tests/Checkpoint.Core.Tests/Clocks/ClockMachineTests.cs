using Checkpoint.Journaling;
using FsCheck;
using FsCheck.Fluent;

namespace Checkpoint.Clocks;

public sealed class ClockMachineTests
{
    static readonly DateTimeOffset Built = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);
    static readonly DateTimeOffset Start = Built.AddDays(20);
    static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    readonly List<ClockChange> changes = [];
    ClockState state = new(Built);
    TimeSpan mono;

    [Theory]
    [InlineData(ClockQuality.Synced, 30)]
    [InlineData(ClockQuality.Rtc, 300)]
    [InlineData(ClockQuality.Estimated, 900)]
    public void The_first_look_takes_the_clock_for_what_it_is_said_to_be(ClockQuality claim, int error)
    {
        Look(Start, claim);

        state.At(mono).ShouldBe(new(mono, Start, claim, TimeSpan.FromSeconds(error)));
        changes.ShouldBeEmpty();
    }

    [Fact]
    public void Before_the_first_look_nothing_is_known() => state.At(mono).Quality.ShouldBe(ClockQuality.Unknown);

    [Theory]
    [InlineData(1970)]
    [InlineData(2006)]
    [InlineData(2047)]
    public void A_clock_from_another_age_knows_nothing(int year)
    {
        Look(new(year, 1, 1, 0, 0, 0, TimeSpan.Zero), ClockQuality.Rtc);

        state.At(mono).Quality.ShouldBe(ClockQuality.Unknown);
    }

    [Fact]
    public void A_clock_that_a_server_sets_an_hour_later_is_journaled_with_both_times()
    {
        Look(Start, ClockQuality.Estimated);

        Pass(TimeSpan.FromHours(1));
        Look(Start.AddDays(14), ClockQuality.Synced);

        var change = changes.ShouldHaveSingleItem();
        change.Turn.ShouldBe(ClockTurn.Set);
        change.Before.Wall.ShouldBe(Start.AddHours(1));
        change.Before.Quality.ShouldBe(ClockQuality.Estimated);
        change.After.Wall.ShouldBe(Start.AddDays(14));
        change.After.Quality.ShouldBe(ClockQuality.Synced);
        change.IsWorrying.ShouldBeFalse(); // the box was off for two weeks
    }

    [Theory]
    [InlineData(20 * 365)]
    [InlineData(-20 * 365)]
    [InlineData(1.0 / 24)]
    [InlineData(-1.0 / 24)]
    public void What_steps_the_clock_after_a_server_has_set_it_does_not_move_the_gate(double days)
    {
        Look(Start, ClockQuality.Synced);

        Pass(TimeSpan.FromMinutes(5));
        Look(Start.AddMinutes(5).AddDays(days), ClockQuality.Estimated);
        Pass(TimeSpan.FromMinutes(5));
        Look(Start.AddMinutes(10).AddDays(days), ClockQuality.Estimated);

        state.At(mono).ShouldBe(new(mono, Start.AddMinutes(10), ClockQuality.Synced, TimeSpan.FromSeconds(30)));
        var change = changes.ShouldHaveSingleItem();
        change.Turn.ShouldBe(ClockTurn.Refused);
        change.By.ShouldBe(TimeSpan.FromDays(days));
        change.IsWorrying.ShouldBeTrue();
    }

    [Fact]
    public void Without_a_server_the_gate_follows_the_clock_and_says_so()
    {
        Look(Start, ClockQuality.Estimated);

        Pass(Second);
        Look(Start.AddHours(-3), ClockQuality.Estimated);

        state.At(mono).Wall.ShouldBe(Start.AddHours(-3));
        changes.ShouldHaveSingleItem().Turn.ShouldBe(ClockTurn.Stepped);
        changes[0].IsWorrying.ShouldBeTrue();
    }

    [Fact]
    public void A_battery_does_not_answer_for_a_clock_that_was_set_by_hand()
    {
        Look(Start, ClockQuality.Rtc);

        Pass(Second);
        Look(Start.AddHours(5), ClockQuality.Rtc);
        Pass(Second);
        Look(Start.AddHours(5).AddSeconds(1), ClockQuality.Rtc);

        state.At(mono).Quality.ShouldBe(ClockQuality.Estimated);
        changes.ShouldHaveSingleItem().Turn.ShouldBe(ClockTurn.Stepped);
    }

    [Theory]
    [InlineData(1.9, 0)]
    [InlineData(2.1, 1)]
    public void A_difference_within_the_tolerance_is_no_step(double seconds, int told)
    {
        Look(Start, ClockQuality.Estimated);

        Pass(Second);
        Look(Start.Add(Second).AddSeconds(seconds), ClockQuality.Estimated);

        changes.Count.ShouldBe(told);
    }

    [Fact]
    public void A_second_server_that_contradicts_the_first_is_followed_only_when_it_goes_on_so()
    {
        Look(Start, ClockQuality.Synced);
        var lie = TimeSpan.FromDays(365);

        LookFor(ClockMachine.YieldAfter, ClockQuality.Synced, lie);

        state.At(mono).Wall.ShouldBe(Start + mono);
        state.At(mono).Quality.ShouldBe(ClockQuality.Estimated);
        changes.ShouldBeEmpty();

        LookFor(Second * 2, ClockQuality.Synced, lie);

        state.At(mono).Wall.ShouldBe(Start + mono + lie);
        changes.ShouldHaveSingleItem().Turn.ShouldBe(ClockTurn.Yielded);
        changes[0].IsWorrying.ShouldBeTrue();
    }

    [Fact]
    public void A_server_that_takes_its_word_back_is_believed_again()
    {
        Look(Start, ClockQuality.Synced);
        LookFor(TimeSpan.FromMinutes(9), ClockQuality.Synced, TimeSpan.FromDays(1));

        LookFor(Second, ClockQuality.Synced, TimeSpan.Zero);
        LookFor(TimeSpan.FromMinutes(9), ClockQuality.Synced, TimeSpan.FromDays(1));

        state.At(mono).Wall.ShouldBe(Start + mono);
    }

    [Fact]
    public void A_servers_word_is_good_for_days_and_then_an_estimate()
    {
        Look(Start, ClockQuality.Synced);

        Pass(TimeSpan.FromDays(3));
        Look(Start.AddDays(3), ClockQuality.Estimated);
        state.At(mono).Quality.ShouldBe(ClockQuality.Synced);

        Pass(TimeSpan.FromDays(1));
        Look(Start.AddDays(4), ClockQuality.Estimated);
        state.At(mono).Quality.ShouldBe(ClockQuality.Estimated);
        state.At(mono).Error.ShouldBeGreaterThan(TimeSpan.FromMinutes(15));
    }

    [Fact]
    public void A_clock_set_back_behind_a_signed_list_knows_nothing_however_long_a_server_says_so()
    {
        state = state.WithProven(Start.AddHours(1));

        LookFor(TimeSpan.FromHours(0.9), ClockQuality.Synced, TimeSpan.Zero);

        state.At(mono).Quality.ShouldBe(ClockQuality.Unknown);
        state.Floor.ShouldBe(Start.AddHours(1));
    }

    [Fact]
    public void A_future_that_a_wrong_clock_invented_is_given_up_when_a_server_goes_on_saying_so()
    {
        state = state.WithSeen(Start.AddYears(3));

        LookFor(ClockMachine.YieldAfter, ClockQuality.Synced, TimeSpan.Zero);
        state.At(mono).Quality.ShouldBe(ClockQuality.Unknown);
        LookFor(Second * 2, ClockQuality.Synced, TimeSpan.Zero);

        state.At(mono).Quality.ShouldBe(ClockQuality.Synced);
        changes.ShouldHaveSingleItem().Turn.ShouldBe(ClockTurn.Set);
    }

    [Fact]
    public void Without_a_server_what_was_seen_stays_seen()
    {
        state = state.WithSeen(Start.AddHours(1));

        LookFor(TimeSpan.FromMinutes(50), ClockQuality.Rtc, TimeSpan.Zero);
        state.At(mono).Quality.ShouldBe(ClockQuality.Unknown);

        LookFor(TimeSpan.FromMinutes(15), ClockQuality.Rtc, TimeSpan.Zero);
        state.At(mono).Quality.ShouldBe(ClockQuality.Rtc);
    }

    [Fact]
    public void The_floor_never_sinks() => Prop.ForAll(
        Gen.Choose(-2_000_000, 2_000_000).ArrayOf().ToArbitrary(),
        minutes =>
        {
            var known = new ClockState(Built);
            foreach (var past in minutes.Select(minute => Start.AddMinutes(minute)))
            {
                var next = known.WithProven(past);
                if (next.Floor < known.Floor || next.Floor < Built)
                    return false;
                known = next;
            }

            return true;
        }).QuickCheckThrowOnFailure();

    // Whatever the system's clock says without a server to answer for it, the gate's time goes on as the first server set it.
    [Fact]
    public void No_unanswered_clock_moves_the_gate_once_a_server_has_set_it() => Prop.ForAll(
        Gen.Choose(-10_000_000, 10_000_000).ArrayOf().ToArbitrary(),
        minutes =>
        {
            var known = ClockMachine.Look(new(Built), new(TimeSpan.Zero, Start, ClockQuality.Synced)).Next;
            var at = TimeSpan.Zero;
            foreach (var minute in minutes)
            {
                at += Second;
                known = ClockMachine.Look(known, new(at, Start.AddMinutes(minute), ClockQuality.Estimated)).Next;
                if (known.At(at).Wall != Start + at)
                    return false;
            }

            return true;
        }).QuickCheckThrowOnFailure();

    void LookFor(TimeSpan time, ClockQuality claim, TimeSpan by)
    {
        for (var until = mono + time; mono < until;)
        {
            Pass(Second);
            Look(Start + mono + by, claim);
        }
    }

    void Pass(TimeSpan time) => mono += time;

    void Look(DateTimeOffset wall, ClockQuality claim)
    {
        var step = ClockMachine.Look(state, new(mono, wall, claim));
        state = step.Next;
        if (step.Change is { } change)
            changes.Add(change);
    }
}
