namespace Checkpoint.Devices.Gpio;

public sealed class RhythmTests
{
    [Fact]
    public void A_flash_is_on_off_and_over()
    {
        var rhythm = Make(150, 100, 2);

        On(rhythm, 0, 149, 250, 399).ShouldAllBe(on => on);
        On(rhythm, 150, 249, 400, 10_000).ShouldAllBe(on => !on);
        Changes(rhythm, 10).ShouldBe([150, 250, 400]);
    }

    [Fact]
    public void A_rhythm_without_a_count_goes_on_for_ever()
    {
        var rhythm = Make(100, 900, 0);

        On(rhythm, 0, 1_000, 3_600_000).ShouldAllBe(on => on);
        On(rhythm, 100, 999, 3_600_100).ShouldAllBe(on => !on);
        Changes(rhythm, 5).ShouldBe([100, 1_000, 1_100, 2_000, 2_100]);
    }

    [Fact]
    public void A_steady_light_never_changes()
    {
        var rhythm = Make(1_000, 0, 0);

        On(rhythm, 0, 999, 1_000, 3_600_000).ShouldAllBe(on => on);
        Changes(rhythm, 1).ShouldBeEmpty();
    }

    [Fact]
    public void A_tone_without_a_gap_is_one_tone()
    {
        var rhythm = Make(200, 0, 3);

        On(rhythm, 0, 199, 200, 599).ShouldAllBe(on => on);
        On(rhythm, 600).ShouldAllBe(on => !on);
        Changes(rhythm, 3).ShouldBe([600]);
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0, 100, 3)]
    [InlineData(-1, 100, 0)]
    public void What_is_never_on_stays_off(int on, int off, int count)
    {
        var rhythm = Make(on, off, count);

        On(rhythm, 0, 1, 100).ShouldAllBe(lit => !lit);
        Changes(rhythm, 1).ShouldBeEmpty();
    }

    [Fact]
    public void Between_two_changes_nothing_changes_and_at_each_something_does()
    {
        const int never = 2_000;
        var random = new Random(1);
        for (var round = 0; round < 2_000; round++)
        {
            var rhythm = Make(random.Next(1, 50), random.Next(50), random.Next(7));
            var at = random.Next(700);

            var next = rhythm.NextChangeAfter(Ms(at)) is { } change ? (int)change.TotalMilliseconds : never;

            next.ShouldBeGreaterThan(at);
            Enumerable.Range(at, next - at).Select(ms => rhythm.IsOnAt(Ms(ms))).Distinct().ShouldHaveSingleItem();
            if (next < never)
                rhythm.IsOnAt(Ms(next)).ShouldBe(!rhythm.IsOnAt(Ms(at)));
        }
    }

    static IEnumerable<bool> On(Rhythm rhythm, params int[] at) => at.Select(ms => rhythm.IsOnAt(Ms(ms)));

    static List<int> Changes(Rhythm rhythm, int most)
    {
        var changes = new List<int>();
        for (var at = TimeSpan.Zero; changes.Count < most && rhythm.NextChangeAfter(at) is { } next; at = next)
            changes.Add((int)next.TotalMilliseconds);
        return changes;
    }

    static Rhythm Make(int on, int off, int count) => new(Ms(on), Ms(off), count);

    static TimeSpan Ms(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);
}
