using System.Globalization;
using System.Text.RegularExpressions;
using Checkpoint.Testing.Programs;

namespace Checkpoint.EndToEnd;

public class DeliveryTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_passage_is_journaled_confirmed_and_in_the_ledger_once()
    {
        await using var site = await Site.OpenAsync(passages: 12);

        await site.HealedAsync();

        (await site.JudgeAsync()).ShouldBe(new Judgement(12, 12, 12, 0, 0));
    }

    [Fact]
    public async Task A_box_killed_in_the_middle_loses_nothing_that_it_had_signalled()
    {
        await using var site = await Site.OpenAsync(passages: 40);
        await site.WrittenAsync(8);

        await site.Gate.Process.KillAsync();
        var signalled = HighestLogged(site.Gate.Process.Output());
        await site.StartGateAsync(passages: 6);
        await site.HealedAsync();

        var judgement = await site.JudgeAsync();
        judgement.ShouldSatisfyAllConditions(
            () => judgement.Missing.ShouldBe(0),
            () => judgement.Duplicate.ShouldBe(0),
            () => judgement.InLedger.ShouldBe(judgement.Journaled));
        var journal = await site.Gate.JournalAsync(after: 0, Cancel);
        journal.Select(row => row.Key.Seq).ShouldBe(Enumerable.Range(1, journal.Count).Select(seq => (long)seq));
        journal.Count.ShouldBeGreaterThanOrEqualTo(signalled);
    }

    [Fact]
    public async Task A_hub_killed_in_the_middle_ends_with_every_entry_once()
    {
        await using var site = await Site.OpenAsync(passages: 16);
        await site.WrittenAsync(5);

        await site.Hub.Process.KillAsync();
        await site.WrittenAsync(10);
        await site.StartHubAsync();
        await site.HealedAsync();

        (await site.JudgeAsync()).ShouldBe(new Judgement(16, 16, 16, 0, 0));
    }

    [Fact]
    public async Task A_broker_that_stops_in_the_middle_leaves_the_gate_working_and_the_backlog_drains()
    {
        await using var site = await Site.OpenAsync(passages: 16);
        await site.WrittenAsync(5);

        await site.Broker.StopAsync(Cancel);
        await site.WrittenAsync(12);
        await site.Broker.StartAsync(Cancel);
        await site.HealedAsync();

        (await site.JudgeAsync()).ShouldBe(new Judgement(16, 16, 16, 0, 0));
    }

    [Fact]
    public async Task A_broker_that_forgets_what_it_had_answered_loses_nothing()
    {
        await using var site = await Site.OpenAsync(passages: 16);
        await site.WrittenAsync(4);

        // With the hub away, the broker answers every record and keeps it; then it is killed and forgets them.
        await site.Hub.Process.KillAsync();
        await site.WrittenAsync(10);
        await site.Broker.KillAsync(Cancel);
        await site.Broker.StartAsync(Cancel);
        await site.StartHubAsync();
        await site.HealedAsync();

        (await site.JudgeAsync()).ShouldBe(new Judgement(16, 16, 16, 0, 0));
    }

    [Fact]
    public async Task A_second_box_on_the_same_journal_is_refused_and_told_who_holds_it()
    {
        await using var site = await Site.OpenAsync(passages: 0);

        var refused = await Should.ThrowAsync<InvalidOperationException>(() => EdgeProgram.StartAsync(site.Settings(passages: 1), Cancel));

        refused.Message.ShouldContain($"is held by process {site.Gate.Process.Id.ToString(CultureInfo.InvariantCulture)} (checkpoint-edge)");
    }

    // What the log calls an entry was on disk before its light.
    static int HighestLogged(string log) => Regex.Matches(log, "\"Entry (?<seq>\\d+):", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
        .Max(match => int.Parse(match.Groups["seq"].ValueSpan, CultureInfo.InvariantCulture));
}
