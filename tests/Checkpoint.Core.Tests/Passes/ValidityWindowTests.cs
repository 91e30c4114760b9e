using Checkpoint.Journaling;

namespace Checkpoint.Passes;

public sealed class ValidityWindowTests
{
    static readonly DateTimeOffset From = new(2022, 4, 1, 8, 0, 0, TimeSpan.Zero);
    static readonly ValidityWindow Window = new(From, From.AddHours(4));

    [Theory]
    [InlineData(-61, Standing.Before)]
    [InlineData(-60, Standing.Unsure)] // 60 seconds of error reach the first moment
    [InlineData(0, Standing.Unsure)]
    [InlineData(59, Standing.Unsure)]
    [InlineData(60, Standing.Within)]
    [InlineData((4 * 3600) - 61, Standing.Within)]
    [InlineData((4 * 3600) - 60, Standing.Unsure)]
    [InlineData(4 * 3600, Standing.Unsure)]
    [InlineData((4 * 3600) + 59, Standing.Unsure)]
    [InlineData((4 * 3600) + 60, Standing.After)]
    public void Near_a_limit_a_doubtful_clock_says_neither_good_nor_bad(int seconds, object standing) =>
        Window.At(new(From.AddSeconds(seconds), ClockQuality.Estimated, TimeSpan.FromMinutes(1))).ShouldBe((Standing)standing);

    [Theory]
    [InlineData(-1, Standing.Before)]
    [InlineData(0, Standing.Within)]
    [InlineData((4 * 3600) - 1, Standing.Within)]
    [InlineData(4 * 3600, Standing.After)]
    public void A_clock_that_is_right_always_has_an_answer(int seconds, object standing) =>
        Window.At(new(From.AddSeconds(seconds), ClockQuality.Synced, TimeSpan.Zero)).ShouldBe((Standing)standing);

    [Fact]
    public void A_clock_that_knows_nothing_has_none() =>
        Window.At(new(From.AddHours(1), ClockQuality.Unknown, TimeSpan.Zero)).ShouldBe(Standing.Unsure);

    [Fact]
    public void What_has_no_limit_is_good_at_the_ends_of_the_calendar()
    {
        var always = new ValidityWindow(DateTimeOffset.MinValue, DateTimeOffset.MaxValue);

        always.At(new(DateTimeOffset.MinValue, ClockQuality.Synced, TimeSpan.FromDays(1))).ShouldBe(Standing.Within);
        always.At(new(DateTimeOffset.MaxValue, ClockQuality.Synced, TimeSpan.FromDays(1))).ShouldBe(Standing.Within);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(-1.0, null)]
    [InlineData(0.0, "1970-01-01T00:00:00.0000000+00:00")]
    [InlineData(1618554442.5, "2021-04-16T06:27:22.5000000+00:00")]
    [InlineData(1618554442496.0, null)] // milliseconds
    [InlineData(double.NaN, null)]
    [InlineData(double.PositiveInfinity, null)]
    public void Seconds_are_a_moment_if_a_calendar_holds_it(double? seconds, string? moment) =>
        NumericDate.From(seconds)?.ToString("O", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(moment);
}
