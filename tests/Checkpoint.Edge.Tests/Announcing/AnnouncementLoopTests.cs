using Checkpoint.Devices;
using Checkpoint.Edge.Passages;
using Checkpoint.Journaling;
using Checkpoint.Passages;
using Checkpoint.Signals;
using Checkpoint.Signals.Announcing;
using Checkpoint.Signals.Speaking;
using Checkpoint.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Checkpoint.Edge.Announcing;

public sealed class AnnouncementLoopTests : IDisposable
{
    static readonly DateTimeOffset Start = new(2026, 11, 22, 7, 58, 0, TimeSpan.Zero);

    readonly GateView view = new();
    readonly RecordedSpeaker speaker = new();
    readonly ManualClock time = new(Start);
    AnnouncementLoop? loop;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => loop?.Dispose();

    [Fact]
    public async Task An_announcement_is_made_at_its_time_once()
    {
        await PassAsync(TimeSpan.FromSeconds(119));
        speaker.Said.ShouldBeEmpty();

        await PassAsync(TimeSpan.FromMinutes(10));

        speaker.Said.ShouldHaveSingleItem().ShouldBeOfType<Speech.Announced>().Announcement.Number.ShouldBe(0);
    }

    [Fact]
    public async Task While_somebody_is_at_the_gate_it_waits()
    {
        view.Show(SignalTable.For(new Prompt.Welcome(), _ => ""));
        await PassAsync(TimeSpan.FromMinutes(4));
        speaker.Said.ShouldBeEmpty();

        view.Show(SignalTable.For(new Prompt.Free(), _ => ""));
        await PassAsync(TimeSpan.FromMinutes(1));

        speaker.Said.Count.ShouldBe(1);
    }

    [Fact]
    public async Task One_that_is_cut_off_is_begun_anew_so_often_as_it_may()
    {
        speaker.End = SpeechEnd.Cut;

        await PassAsync(TimeSpan.FromMinutes(10));

        speaker.Said.Count.ShouldBe(AnnouncementPlanner.MostStarts);
    }

    [Fact]
    public async Task By_a_clock_that_nobody_can_trust_nothing_is_announced()
    {
        time.Step(GateClock.BuiltAfter.AddDays(-30) - Start);

        await PassAsync(TimeSpan.FromHours(25));

        speaker.Said.ShouldBeEmpty();
    }

    async Task PassAsync(TimeSpan by)
    {
        loop ??= Loop();
        for (var until = time.GetTimestamp() + by.Ticks; time.GetTimestamp() < until;)
        {
            time.Advance(AnnouncementLoop.Turn);
            await loop.LookAsync(Cancel);
        }
    }

    // Due in two minutes, wherever this test runs.
    AnnouncementLoop Loop()
    {
        var clock = new GateClock(time, new Unkept());
        var soon = TimeOnly.FromDateTime(clock.ToLocal(time.GetUtcNow().AddMinutes(2)).DateTime);
        var item = new AnnouncementItem(new(0, [new Saying.Written(VoiceTag.Parse("zh-CN"), "请大家少出门。")]), [soon], [.. Enum.GetValues<DayOfWeek>()]);
        return new(new([item], default), speaker, view, clock, time, NullLogger<AnnouncementLoop>.Instance);
    }

    sealed class Unkept : IClockSource
    {
        public ClockQuality Claim(DateTimeOffset wall) => ClockQuality.Estimated;
    }
}
