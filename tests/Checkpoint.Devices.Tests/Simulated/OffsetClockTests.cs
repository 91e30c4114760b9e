using Checkpoint.Testing;

namespace Checkpoint.Devices.Simulated;

public sealed class OffsetClockTests : IDisposable
{
    const string Name = "clock";

    readonly TempFolder folder = new();
    readonly ManualClock real = new(new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero));

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Without_a_file_it_is_right() => new OffsetClock(real, folder[Name]).GetUtcNow().ShouldBe(real.GetUtcNow());

    [Fact]
    public void A_step_shows_within_a_second_and_elapsed_time_does_not_feel_it()
    {
        var clock = new OffsetClock(real, folder[Name]);
        var start = clock.GetTimestamp();
        _ = clock.GetUtcNow();

        File.WriteAllText(folder[Name], "-631152000\n");
        real.Advance(TimeSpan.FromSeconds(1));

        clock.GetUtcNow().ShouldBe(real.GetUtcNow() - TimeSpan.FromSeconds(631_152_000));
        clock.GetElapsedTime(start).ShouldBe(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void A_file_that_is_half_written_changes_nothing()
    {
        File.WriteAllText(folder[Name], "60");
        var clock = new OffsetClock(real, folder[Name]);
        _ = clock.GetUtcNow();

        File.WriteAllText(folder[Name], "");
        real.Advance(TimeSpan.FromSeconds(2));

        clock.GetUtcNow().ShouldBe(real.GetUtcNow() + TimeSpan.FromMinutes(1));
    }
}
