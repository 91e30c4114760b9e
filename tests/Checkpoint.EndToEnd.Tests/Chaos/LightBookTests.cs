using System.Globalization;
using System.Text.Json;
using Checkpoint.Journaling;
using Checkpoint.Signals;
using Checkpoint.Testing.Chaos;
using Checkpoint.Testing.Programs;

namespace Checkpoint.EndToEnd.Chaos;

public sealed class LightBookTests
{
    [Fact]
    public void A_recording_is_read_start_by_start_and_prompts_are_no_lights()
    {
        var lives = LightBook.Lives(["started", "Welcome", "Admit", "Free", "started", "NotRecorded", "Recheck"]);

        lives.ShouldBe([[SignalKind.Admit], [SignalKind.Recheck]]);
    }

    [Fact]
    public void Lights_and_ledger_that_agree_have_no_difference() =>
        Compare([[SignalKind.Admit, SignalKind.Recheck], [SignalKind.Admit]], ("admit", 1), ("recheck", 1), ("admit", 2)).ShouldBe((0, 0));

    [Fact]
    public void A_light_without_an_entry_is_found() =>
        Compare([[SignalKind.Admit, SignalKind.Recheck], [SignalKind.Admit]], ("admit", 1), ("admit", 2)).ShouldBe((1, 0));

    [Fact]
    public void An_entry_that_says_something_else_than_its_light_is_found() =>
        Compare([[SignalKind.Admit]], ("recheck", 1)).LightsWithoutEntry.ShouldBe(1);

    [Fact]
    public void The_last_entry_before_a_kill_may_be_without_its_light() =>
        Compare([[SignalKind.Admit], [SignalKind.Admit]], ("admit", 1), ("admit", 1), ("admit", 2)).ShouldBe((0, 0));

    [Fact]
    public void Two_entries_without_a_light_are_found() =>
        Compare([[SignalKind.Admit]], ("admit", 1), ("admit", 1), ("admit", 1)).ShouldBe((0, 2));

    [Fact]
    public void A_start_that_wrote_nothing_is_left_out() =>
        Compare([[], [SignalKind.Admit], []], ("admit", 2)).ShouldBe((0, 0));

    static (int LightsWithoutEntry, int EntriesWithoutLight) Compare(IReadOnlyList<IReadOnlyList<SignalKind>> lives, params (string Verdict, int Boot)[] entries) =>
        LightBook.Compare(lives, entries.Select((entry, i) => Row(entry.Verdict, entry.Boot, i + 1)));

    static JournalRow Row(string verdict, int boot, long seq)
    {
        var reason = string.Equals(verdict, "admit", StringComparison.Ordinal) ? "all-in-order" : "temperature-high";
        var json = string.Create(CultureInfo.InvariantCulture, $$"""{"boot":{{boot}},"verdict":"{{verdict}}","reasons":["{{reason}}"]}""");
        return new(new(DeviceId.Parse("gate"), Epoch.Parse("0011223344556677"), seq), EntryHash.Start, JsonElement.Parse(json));
    }
}
