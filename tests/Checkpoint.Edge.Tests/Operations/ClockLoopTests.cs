using System.Text.Json;
using Checkpoint.Devices.Clocks;
using Checkpoint.Edge.Journaling;
using Checkpoint.Edge.Outbox;
using Checkpoint.Journaling;
using Checkpoint.Testing;
using Checkpoint.Wire;
using Microsoft.Extensions.Logging.Abstractions;

namespace Checkpoint.Edge.Operations;

public sealed class ClockLoopTests : IDisposable
{
    static readonly DateTimeOffset Start = GateClock.BuiltAfter.AddDays(1);

    readonly TempFolder folder = new();
    readonly ManualClock time = new(Start);
    readonly GateClock clock;
    readonly OutboxInbox outbox;
    readonly GateJournal journal;
    readonly ClockLoop loop;

    public ClockLoopTests()
    {
        clock = new(time, new SystemClockSource(time, folder["synchronized"], folder["rtc0"]));
        outbox = new(clock, NullLogger<OutboxInbox>.Instance);
        journal = new(Some.Device, folder["journal.db"], clock, time, outbox, NullLogger<GateJournal>.Instance);
        loop = new(clock, journal, outbox, time, NullLogger<ClockLoop>.Instance);
        loop.Look();
    }

    public void Dispose()
    {
        loop.Dispose();
        journal.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void A_clock_that_a_server_sets_becomes_an_entry_with_both_times()
    {
        time.Advance(TimeSpan.FromMinutes(3));
        time.Step(TimeSpan.FromDays(14));
        Answer();

        loop.Look();

        var entry = Entry(1);
        entry.GetProperty("kind").GetString().ShouldBe("clock");
        entry.GetProperty("turn").GetString().ShouldBe("set");
        entry.GetProperty("mono").GetInt64().ShouldBe(180_000);
        entry.GetProperty("was").GetString().ShouldBe("2026-11-02T00:03:00.000Z");
        entry.GetProperty("was-clock").GetString().ShouldBe("estimated");
        entry.GetProperty("time").GetString().ShouldBe("2026-11-16T00:03:00.000Z");
        entry.GetProperty("clock").GetString().ShouldBe("synced");
        outbox.PeekAlarm().ShouldBeNull();
    }

    [Fact]
    public void A_clock_set_back_by_hand_raises_an_alarm()
    {
        time.Step(TimeSpan.FromHours(-5));

        loop.Look();

        Entry(1).GetProperty("turn").GetString().ShouldBe("stepped");
        outbox.PeekAlarm().ShouldNotBeNull().Kind.ShouldBe(AlarmKind.ClockTurned);
    }

    [Fact]
    public void A_clock_that_somebody_plays_with_does_not_fill_the_journal()
    {
        for (var i = 0; i < 100; i++)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            time.Step(TimeSpan.FromHours(1));
            loop.Look();
        }

        journal.Current!.Written.ShouldBe(ClockLoop.Burst + 1);
    }

    [Fact]
    public void A_turn_that_could_not_be_written_is_written_later()
    {
        var unwritable = folder["gone"];
        using var away = new GateJournal(
            Some.Device, Path.Combine(unwritable, "journal.db"), clock, time, outbox, NullLogger<GateJournal>.Instance);
        using var waiting = new ClockLoop(clock, away, outbox, time, NullLogger<ClockLoop>.Instance);
        time.Step(TimeSpan.FromHours(1));
        waiting.Look();
        away.Current.ShouldBeNull();

        Directory.CreateDirectory(unwritable);
        waiting.Look();

        away.Current.ShouldNotBeNull().Written.ShouldBe(1);
    }

    [Fact]
    public void The_newest_entry_is_past_when_the_program_starts_again()
    {
        Answer();
        time.Step(TimeSpan.FromDays(30));
        Answer();
        loop.Look();
        journal.Append(Some.Record(1));
        journal.Dispose();
        time.Step(TimeSpan.FromDays(-30));
        File.Delete(folder["synchronized"]);

        var later = new GateClock(time, new SystemClockSource(time, folder["synchronized"], folder["rtc0"]));
        using var reopened = new GateJournal(Some.Device, folder["journal.db"], later, time, outbox, NullLogger<GateJournal>.Instance);
        reopened.TryOpen().ShouldBeTrue();

        later.Quality.ShouldBe(ClockQuality.Unknown);
        later.CheckTime.Now.ShouldBe(Start.AddDays(30));
    }

    void Answer()
    {
        File.WriteAllText(folder["synchronized"], "");
        File.SetLastWriteTimeUtc(folder["synchronized"], time.GetUtcNow().UtcDateTime);
    }

    JsonElement Entry(long seq) => JsonDocument.Parse(journal.Current!.Read(new(seq, seq)).ShouldHaveSingleItem().Canonical).RootElement;
}
