namespace Checkpoint.Signals.Announcing;

public sealed class DayHoursTests
{
    [Theory]
    [InlineData("21:00", "07:00", "20:59:59", false)]
    [InlineData("21:00", "07:00", "21:00", true)]
    [InlineData("21:00", "07:00", "23:59:59", true)]
    [InlineData("21:00", "07:00", "00:00", true)]
    [InlineData("21:00", "07:00", "06:59:59", true)]
    [InlineData("21:00", "07:00", "07:00", false)]
    [InlineData("12:00", "14:00", "11:59:59", false)]
    [InlineData("12:00", "14:00", "12:00", true)]
    [InlineData("12:00", "14:00", "14:00", false)]
    [InlineData("08:00", "08:00", "08:00", false)]
    [InlineData("08:00", "08:00", "20:00", false)]
    public void Hours_begin_at_their_first_moment_end_before_their_last_and_go_over_midnight(string from, string until, string time, bool isWithin) =>
        new DayHours(Read(from), Read(until)).Contains(Read(time)).ShouldBe(isWithin);

    [Theory]
    [InlineData("08:00", "10:00", 30, "08:00 08:30 09:00 09:30")]
    [InlineData("22:30", "00:30", 60, "22:30 23:30")]
    [InlineData("23:00", "01:01", 60, "23:00 00:00 01:00")]
    [InlineData("08:00", "08:00", 30, "")]
    public void Steps_go_from_the_first_moment_up_to_the_last(string from, string until, int minutes, string steps) =>
        string.Join(' ', new DayHours(Read(from), Read(until)).Steps(TimeSpan.FromMinutes(minutes)).Select(time => $"{time:HH:mm}")).ShouldBe(steps);

    static TimeOnly Read(string time) => TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture);
}
