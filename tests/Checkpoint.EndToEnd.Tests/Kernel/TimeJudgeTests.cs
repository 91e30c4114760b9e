using System.Globalization;
using System.Text.Json;
using Checkpoint.Journaling;
using Checkpoint.Testing.Kernel.Clocks;
using Checkpoint.Testing.Programs;

namespace Checkpoint.EndToEnd.Kernel;

public class TimeJudgeTests
{
    static readonly DateTimeOffset Start = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);
    static readonly TimeSpan Years = TimeSpan.FromDays(7300);

    [Fact]
    public void Right_times_re_timed_ones_and_ones_that_claim_nothing_are_good()
    {
        Bad([Row(1, 10, Years, "unknown", retimed: TimeSpan.Zero), Row(2, 20, TimeSpan.Zero, "synced")]).ShouldBe(0);
        Bad([Row(1, 10, Years, "unknown"), Row(2, 20, -Years, "estimated")]).ShouldBe(0);
    }

    [Fact]
    public void A_wrong_time_in_a_start_that_learned_the_true_one_is_found() =>
        Bad([Row(1, 10, Years, "unknown"), Row(2, 20, TimeSpan.Zero, "synced")]).ShouldBe(1);

    [Theory]
    [InlineData("synced")]
    [InlineData("rtc")]
    public void A_wrong_time_that_something_is_said_to_answer_for_is_found(string clock) =>
        Bad([Row(1, 10, TimeSpan.FromHours(1), clock)]).ShouldBe(1);

    [Fact]
    public void Own_time_that_did_not_go_on_evenly_is_found() =>
        Bad([Row(1, 10, TimeSpan.Zero, "synced"), Row(2, 20, TimeSpan.Zero, "synced", stalled: TimeSpan.FromSeconds(6))]).ShouldBe(1);

    [Fact]
    public void An_entry_that_nobody_saw_come_is_found() =>
        new TimeJudge([Row(1, 10, TimeSpan.Zero, "synced")], new Dictionary<long, Sighting>(), []).Judge().Count(finding => !finding.Good).ShouldBe(1);

    [Fact]
    public void A_turn_of_the_clock_that_is_not_in_the_ledger_is_found() =>
        Bad([Row(1, 10, TimeSpan.Zero, "synced")], new ExpectedTurn(1, "stepped|set", Start)).ShouldBe(1);

    static int Bad(IReadOnlyList<JournalRow> rows, params IReadOnlyList<ExpectedTurn> turns)
    {
        var seen = rows.ToDictionary(row => row.Key.Seq, row => new Sighting(Start.AddSeconds((row.Key.Seq * 10) - 1), Start.AddSeconds((row.Key.Seq * 10) + 1)));
        return new TimeJudge(rows, seen, turns).Judge().Count(finding => !finding.Good);
    }

    static JournalRow Row(long seq, int second, TimeSpan off, string clock, TimeSpan? retimed = null, TimeSpan stalled = default)
    {
        var at = Start.AddSeconds(second);
        var mono = (long)(TimeSpan.FromSeconds(second) - stalled).TotalMilliseconds;
        var entry = string.Create(CultureInfo.InvariantCulture, $$"""{"boot":1,"clock":"{{clock}}","kind":"passage","mono":{{mono}},"time":"{{at + off:O}}"}""");
        var key = new EntryKey(DeviceId.Parse("gate-1"), Epoch.Parse("0000000000000001"), seq);
        return new(key, default, JsonDocument.Parse(entry).RootElement.Clone()) { Retimed = retimed is { } by ? at + by : null };
    }
}
