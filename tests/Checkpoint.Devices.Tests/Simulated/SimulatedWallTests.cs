using Checkpoint.Journaling;
using Checkpoint.Testing;

namespace Checkpoint.Devices.Simulated;

public sealed class SimulatedWallTests : IDisposable
{
    static readonly DateTimeOffset Start = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);

    readonly TempFolder folder = new();
    readonly ManualClock real = new(Start);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Whoever_writes_the_file_steps_the_clock_and_no_time_passes()
    {
        var wall = new SimulatedWall(real, folder["clock"]);
        var before = wall.GetTimestamp();

        File.WriteAllText(folder["clock"], "-1209600 estimated\n");

        wall.GetUtcNow().ShouldBe(Start.AddDays(-14));
        wall.Claim(Start).ShouldBe(ClockQuality.Estimated);
        wall.GetTimestamp().ShouldBe(before);
    }

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("soon synced")]
    [InlineData("5 unknown")]
    [InlineData("99999999999999 synced")]
    public void What_cannot_be_read_leaves_the_clock_as_it_was(string text)
    {
        var wall = new SimulatedWall(real, folder["clock"]);
        File.WriteAllText(folder["clock"], "60 rtc");
        wall.GetUtcNow().ShouldBe(Start.AddMinutes(1));

        File.WriteAllText(folder["clock"], text);

        wall.GetUtcNow().ShouldBe(Start.AddMinutes(1));
        wall.Claim(Start).ShouldBe(ClockQuality.Rtc);
    }

    [Fact]
    public void Without_a_file_the_clock_is_right() => new SimulatedWall(real, folder["clock"]).GetUtcNow().ShouldBe(Start);
}
