using Checkpoint.Signals.Speaking;
using Checkpoint.Testing;

namespace Checkpoint.Signals.Announcing;

public sealed class AnnouncementPlannerTests
{
    static readonly DateTime Day = new(2026, 2, 3);
    static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public void A_day_of_a_quiet_gate_hears_each_announcement_at_each_of_its_times()
    {
        var village = new Village(Village.Schedule(["07:30", "18:00"], ["12:00"]), Day);

        village.Pass(TimeSpan.FromDays(2));

        village.Begun.Select(begun => (begun.Due.Number, begun.Due.Slot)).ShouldBe(
        [
            (0, Day.AddHours(7.5)), (1, Day.AddHours(12)), (0, Day.AddHours(18)),
            (0, Day.AddDays(1).AddHours(7.5)), (1, Day.AddDays(1).AddHours(12)), (0, Day.AddDays(1).AddHours(18)),
        ]);
        village.Begun.ShouldAllBe(begun => begun.Clock == begun.Due.Slot);
        village.Dropped.ShouldBeEmpty();
    }

    [Fact]
    public void Two_at_the_same_time_follow_each_other_with_silence_between()
    {
        var village = new Village(Village.Schedule(["08:00"], ["08:00"]), Day.AddHours(7.9));

        village.Pass(10 * Minute);

        village.Begun.Select(begun => (begun.Due.Number, begun.Clock)).ShouldBe(
            [(0, Day.AddHours(8)), (1, Day.AddHours(8) + Village.Length + AnnouncementPlanner.Between)]);
    }

    [Fact]
    public void What_is_due_in_quiet_hours_is_not_made_up_for()
    {
        var village = new Village(Village.Schedule(["06:59", "20:59", "21:00"]), Day.AddHours(6));

        village.Pass(TimeSpan.FromHours(24));

        village.Begun.ShouldHaveSingleItem().Due.Slot.ShouldBe(Day.AddHours(20) + (59 * Minute));
    }

    [Fact]
    public void What_is_late_into_quiet_hours_is_dropped()
    {
        var village = new Village(Village.Schedule(["20:58"]), Day.AddHours(20.9)) { IsBusy = true };

        village.Pass(7 * Minute); // 21:01
        village.IsBusy = false;
        village.Pass(60 * Minute);

        village.Begun.ShouldBeEmpty();
        village.Dropped.ShouldHaveSingleItem();
    }

    [Fact]
    public void People_at_the_gate_go_before()
    {
        var village = new Village(Village.Schedule(["08:00"]), Day.AddHours(8) - Minute) { IsBusy = true };
        village.Pass(4 * Minute);
        village.Begun.ShouldBeEmpty();

        village.IsBusy = false;
        village.Pass(Minute);

        village.Begun.ShouldHaveSingleItem().Clock.ShouldBe(Day.AddHours(8) + (3 * Minute) + AnnouncementPlanner.CalmFor + TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void One_that_is_late_by_its_limit_is_dropped(int seconds, int heard)
    {
        // Free again so that it could begin a second before its limit, or at it.
        var village = new Village(Village.Schedule(["08:00"]), Day.AddHours(8) - Minute) { IsBusy = true };
        village.Pass(Minute + AnnouncementPlanner.LatestBy - AnnouncementPlanner.CalmFor - TimeSpan.FromSeconds(2 - seconds));
        village.IsBusy = false;

        village.Pass(10 * Minute);

        village.Begun.Count.ShouldBe(heard);
        village.Dropped.Count.ShouldBe(1 - heard);
    }

    [Fact]
    public void One_that_was_cut_off_begins_anew_when_the_gate_is_calm_again()
    {
        var ends = new Queue<SpeechEnd>([SpeechEnd.Cut, SpeechEnd.Whole]);
        var village = new Village(Village.Schedule(["08:00"]), Day.AddHours(8) - Minute) { Ends = ends.Dequeue };

        village.Pass(10 * Minute);

        village.Begun.Select(begun => begun.End).ShouldBe([SpeechEnd.Cut, SpeechEnd.Whole]);
        (village.Begun[1].At - village.Begun[0].At).ShouldBeGreaterThan(AnnouncementPlanner.Between);
        village.Dropped.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(SpeechEnd.Cut)]
    [InlineData(SpeechEnd.Silent)]
    public void One_that_does_not_come_to_its_end_is_begun_so_often_and_then_dropped(SpeechEnd end)
    {
        var village = new Village(Village.Schedule(["08:00"]), Day.AddHours(8) - Minute) { Ends = () => end };

        village.Pass(60 * Minute);

        village.Begun.Count.ShouldBe(AnnouncementPlanner.MostStarts);
        village.Dropped.ShouldHaveSingleItem();
    }

    [Fact]
    public void Each_of_its_times_has_all_its_beginnings()
    {
        var village = new Village(Village.Schedule(["08:00", "08:10"]), Day.AddHours(8) - Minute) { Ends = () => SpeechEnd.Cut };
        village.Pass(Minute + TimeSpan.FromSeconds(40));
        village.Begun.Count.ShouldBe(2);

        village.IsBusy = true;
        village.Pass(8 * Minute);
        village.IsBusy = false;
        village.Pass(10 * Minute);

        village.Begun.GroupBy(begun => begun.Due.Slot).Select(begun => begun.Count()).ShouldBe([2, AnnouncementPlanner.MostStarts]);
        village.Dropped.Count.ShouldBe(2);
    }

    [Fact]
    public void By_a_clock_that_is_not_trusted_nothing_is_announced()
    {
        var village = new Village(Village.Schedule(["08:00"]), Day.AddHours(7));
        village.Trust(null);
        village.Pass(TimeSpan.FromHours(30));
        village.Begun.ShouldBeEmpty();

        village.Trust(Day.AddHours(7.5));
        village.Pass(60 * Minute);

        village.Begun.ShouldHaveSingleItem();
    }

    [Fact]
    public void What_was_due_before_the_box_started_is_not_announced()
    {
        var village = new Village(Village.Schedule(["08:00"]), Day.AddHours(8) + Minute);

        village.Pass(TimeSpan.FromHours(12));

        village.Begun.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(-10)]
    [InlineData(-60)]
    [InlineData(-600)]
    [InlineData(-1440)]
    [InlineData(-1450)]
    public void A_clock_that_is_set_back_has_nothing_heard_twice_in_half_a_day(int minutes)
    {
        var village = new Village(Village.Schedule(["08:00"]), Day.AddHours(8) - Minute);
        village.Pass(4 * Minute);
        village.Begun.Count.ShouldBe(1);

        village.Step(minutes * Minute);
        village.Pass(TimeSpan.FromHours(11));

        village.Begun.Count.ShouldBe(1);
    }

    [Fact]
    public void A_clock_that_jumps_over_a_week_makes_nothing_up()
    {
        var village = new Village(Village.Schedule(["07:30", "18:00"], ["12:00"]), Day.AddHours(9));

        village.Pass(Minute);
        village.Step(TimeSpan.FromDays(7));
        village.Pass(Minute);

        village.Begun.ShouldBeEmpty();
    }

    [Fact]
    public void An_hour_that_summer_time_repeats_is_announced_once()
    {
        var village = new Village(new([Village.Item(0, "02:30")], default), Day.AddHours(2));
        village.Pass(60 * Minute);

        village.Step(TimeSpan.FromHours(-1));
        village.Pass(60 * Minute);

        village.Begun.ShouldHaveSingleItem();
    }

    // Clocks that are stepped to and fro, people, cuts and failures in worlds of ten days.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Whatever_happens_to_the_clock_there_is_no_storm_and_no_noise_at_night(int seed)
    {
        var dice = new Dice((ulong)seed);
        var schedule = Village.Schedule(["07:30", "12:00", "18:00"], ["09:00"], [.. Enumerable.Range(0, 24).Select(hour => $"{hour:00}:10")]);
        var village = new Village(schedule, Day) { Ends = () => (SpeechEnd)dice.Roll(3) };

        for (var turn = 0; turn < 2_000; turn++)
        {
            village.IsBusy = dice.Roll(3) == 0;
            if (dice.Roll(20) == 0)
                village.Step(TimeSpan.FromMinutes(dice.Roll(4_001) - 2_000));
            if (dice.Roll(50) == 0)
                village.Trust(village.Clock is null ? Day.AddMinutes(dice.Roll(20_000)) : null);
            village.Pass(TimeSpan.FromMinutes(1 + dice.Roll(14)), TimeSpan.FromSeconds(5));
        }

        village.Begun.Count(begun => begun.End == SpeechEnd.Whole).ShouldBeGreaterThan(20);
        village.Begun.ShouldAllBe(begun => !Village.Night.Contains(TimeOnly.FromDateTime(begun.Clock)));
        village.Begun.Zip(village.Begun.Skip(1)).ShouldAllBe(pair => pair.Second.At - pair.First.At > AnnouncementPlanner.Between);
        foreach (var heard in village.Begun.Where(begun => begun.End == SpeechEnd.Whole).GroupBy(begun => begun.Due.Number))
        {
            var least = schedule.Items[heard.Key].Apart / 2;
            heard.Zip(heard.Skip(1)).ShouldAllBe(pair => pair.Second.At - pair.First.At >= least);
            heard.Select(begun => begun.Due.Slot).Distinct().Count().ShouldBe(heard.Count());
        }
    }
}
