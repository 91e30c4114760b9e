using Checkpoint.Journaling;
using Checkpoint.Testing;

namespace Checkpoint.Carrying;

public sealed class LastDayTests
{
    [Theory]
    [InlineData(24 * 60, true)]
    [InlineData((24 * 60) + 1, false)]
    [InlineData(-10_000, true)]
    public void An_entry_is_of_the_last_day_that_ends_with_the_newest(int minutesBefore, bool holds) =>
        LastDay.Holds(At(0), At(minutesBefore)).ShouldBe(holds);

    [Fact]
    public void By_a_clock_known_to_be_wrong_nothing_is_old()
    {
        LastDay.Holds(At(0), At(99_999) with { Clock = ClockQuality.Unknown }).ShouldBeTrue();
        LastDay.Holds(At(0) with { Clock = ClockQuality.Unknown }, At(99_999)).ShouldBeTrue();
    }

    static EntryAge At(int minutesBefore) => new(1, Some.Moment.AddMinutes(-minutesBefore), ClockQuality.Synced);
}
