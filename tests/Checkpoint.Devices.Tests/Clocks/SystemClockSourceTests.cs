using System.Globalization;
using Checkpoint.Journaling;
using Checkpoint.Testing;

namespace Checkpoint.Devices.Clocks;

public sealed class SystemClockSourceTests : IDisposable
{
    static readonly DateTimeOffset Now = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);

    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Where_nothing_answers_the_clock_is_an_estimate() => Claim().ShouldBe(ClockQuality.Estimated);

    [Theory]
    [InlineData(0, ClockQuality.Synced)]
    [InlineData(-119, ClockQuality.Synced)]
    [InlineData(-121, ClockQuality.Estimated)]
    [InlineData(121, ClockQuality.Estimated)]
    public void A_time_servers_answer_is_good_for_two_hours(int minutes, ClockQuality claim)
    {
        File.WriteAllText(folder["synchronized"], "");
        File.SetLastWriteTimeUtc(folder["synchronized"], Now.AddMinutes(minutes).UtcDateTime);

        Claim().ShouldBe(claim);
    }

    [Theory]
    [InlineData("1", 0, ClockQuality.Rtc)]
    [InlineData("1", 10, ClockQuality.Rtc)]
    [InlineData("1", 11, ClockQuality.Estimated)]
    [InlineData("0", 0, ClockQuality.Estimated)]
    public void A_battery_answers_for_the_clock_that_it_set(string set, int seconds, ClockQuality claim)
    {
        Battery(set, Now.AddSeconds(seconds).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));

        Claim().ShouldBe(claim);
    }

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("99999999999999999999999")]
    public void A_battery_that_says_nonsense_answers_for_nothing(string seconds)
    {
        Battery("1", seconds);

        Claim().ShouldBe(ClockQuality.Estimated);
    }

    ClockQuality Claim() => new SystemClockSource(folder["synchronized"], folder["rtc0"]).Claim(Now);

    void Battery(string set, string seconds)
    {
        Directory.CreateDirectory(folder["rtc0"]);
        File.WriteAllText(Path.Combine(folder["rtc0"], "hctosys"), set + "\n");
        File.WriteAllText(Path.Combine(folder["rtc0"], "since_epoch"), seconds + "\n");
    }
}
