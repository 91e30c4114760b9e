namespace Checkpoint.Signals.Announcing;

public sealed class AnnouncementItemTests
{
    [Fact]
    public void The_distance_of_times_is_measured_over_midnight_too()
    {
        Village.Item(0, "23:50", "00:05", "12:00").Apart.ShouldBe(TimeSpan.FromMinutes(15));
        Village.Item(0, "08:00", "08:30", "12:00").Apart.ShouldBe(TimeSpan.FromMinutes(30));
        Village.Item(0, "08:00").Apart.ShouldBe(TimeSpan.FromDays(1));
    }

    [Fact]
    public void Times_up_to_a_moment_are_told_from_the_latest_to_yesterdays_first()
    {
        var item = Village.Item(0, "08:00", "18:00");

        item.SlotsUpTo(new(2026, 2, 3, 8, 0, 0)).ShouldBe([new(2026, 2, 3, 8, 0, 0), new(2026, 2, 2, 18, 0, 0), new(2026, 2, 2, 8, 0, 0)]);
    }

    [Fact]
    public void A_day_of_the_week_that_does_not_count_has_none()
    {
        var item = Village.Item(0, "08:00") with { Days = [DayOfWeek.Monday] };

        item.SlotsUpTo(new(2026, 2, 3, 9, 0, 0)).ShouldBe([new(2026, 2, 2, 8, 0, 0)]); // the third is a Tuesday
        item.SlotsUpTo(new(2026, 2, 4, 9, 0, 0)).ShouldBeEmpty();
    }
}
