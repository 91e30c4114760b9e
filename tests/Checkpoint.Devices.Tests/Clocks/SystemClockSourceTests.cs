using System.Globalization;
using Checkpoint.Journaling;
using Checkpoint.Testing;

namespace Checkpoint.Devices.Clocks;

public sealed class SystemClockSourceTests : IDisposable
{
    static readonly DateTimeOffset Now = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);

    readonly TempFolder folder = new();
    readonly ManualClock time = new(Now);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Where_nothing_answers_the_clock_is_an_estimate() => Claim().ShouldBe(ClockQuality.Estimated);

    [Theory]
    [InlineData(0, ClockQuality.Synced)]
    [InlineData(-119, ClockQuality.Synced)]
    [InlineData(-121, ClockQuality.Estimated)]
    [InlineData(1, ClockQuality.Estimated)]
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

    [Fact]
    public void An_answer_says_nothing_about_a_clock_that_was_stepped_since_and_the_next_one_does()
    {
        var source = Source();
        Answer();
        source.Claim(time.GetUtcNow()).ShouldBe(ClockQuality.Synced);

        time.Advance(TimeSpan.FromMinutes(30));
        time.Step(TimeSpan.FromHours(1));
        source.Claim(time.GetUtcNow()).ShouldBe(ClockQuality.Estimated);

        Answer();
        source.Claim(time.GetUtcNow()).ShouldBe(ClockQuality.Synced);
    }

    [Theory]
    [InlineData(3_600)]
    [InlineData(-3_600)]
    public void A_program_that_starts_after_a_step_knows_that_the_answer_was_before_it(int seconds)
    {
        Answer();
        Source().Claim(time.GetUtcNow()).ShouldBe(ClockQuality.Synced);

        time.Step(TimeSpan.FromSeconds(seconds));
        Source().Claim(time.GetUtcNow()).ShouldBe(ClockQuality.Estimated);

        time.Step(TimeSpan.FromSeconds(-seconds));
        Source().Claim(time.GetUtcNow()).ShouldBe(ClockQuality.Synced);
    }

    [Theory]
    [InlineData("")]
    [InlineData("soon 5")]
    [InlineData("-1 5")]
    [InlineData("9223372036854775807 9223372036854775807")]
    public void A_note_that_says_nonsense_is_made_anew(string note)
    {
        File.WriteAllText(folder["answer"], note);
        Answer();

        Source().Claim(time.GetUtcNow()).ShouldBe(ClockQuality.Synced);
        time.Step(TimeSpan.FromMinutes(1));
        Source().Claim(time.GetUtcNow()).ShouldBe(ClockQuality.Estimated);
    }

    [Fact]
    public void Without_a_place_for_the_note_a_new_program_believes_the_mark()
    {
        Answer();

        new SystemClockSource(time, folder["synchronized"], folder["rtc0"], Path.Combine(folder["none"], "answer")).Claim(time.GetUtcNow()).ShouldBe(ClockQuality.Synced);
    }

    [Fact]
    public void A_clock_that_was_set_between_its_reading_and_the_look_at_the_mark_is_not_answered_for()
    {
        Answer();

        Source().Claim(time.GetUtcNow().AddSeconds(-3)).ShouldBe(ClockQuality.Estimated);
    }

    ClockQuality Claim() => Source().Claim(Now);

    SystemClockSource Source() => new(time, folder["synchronized"], folder["rtc0"], folder["answer"]);

    void Answer()
    {
        File.WriteAllText(folder["synchronized"], "");
        File.SetLastWriteTimeUtc(folder["synchronized"], time.GetUtcNow().UtcDateTime);
    }

    void Battery(string set, string seconds)
    {
        Directory.CreateDirectory(folder["rtc0"]);
        File.WriteAllText(Path.Combine(folder["rtc0"], "hctosys"), set + "\n");
        File.WriteAllText(Path.Combine(folder["rtc0"], "since_epoch"), seconds + "\n");
    }
}
