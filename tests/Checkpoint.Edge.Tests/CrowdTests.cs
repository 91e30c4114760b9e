using System.Text.Json;
using Checkpoint.Journaling;
using Checkpoint.Ledgers;
using Checkpoint.Testing;

namespace Checkpoint.Edge;

public sealed class CrowdTests(CrowdRun run) : IClassFixture<CrowdRun>
{
    // As seeds/demo/crowd.json tells it, a line a party.
    static readonly string[] Intended =
    [
        "admit all-in-order",
        "admit all-in-order",
        "recheck temperature-high", "admit all-in-order",
        "admit all-in-order",
        "admit all-in-order", "admit all-in-order", "admit all-in-order",
        "hold no-phone", "admit admitted-by-hand",
        "admit all-in-order",
        "turn-back pass-expired",
        "admit all-in-order",
        "admit all-in-order",
        "recheck temperature-high", "hold temperature-still-high",
        "hold not-a-pass", "admit admitted-by-hand",
        "admit all-in-order",
        "hold bad-signature",
        "admit all-in-order",
        "admit all-in-order", "admit all-in-order",
        "hold thermometer-fault", "admit admitted-by-hand",
        "hold unknown-issuer", "admit admitted-by-hand",
        "admit all-in-order",
        "admit all-in-order",
        "admit health-code-green",
        "admit all-in-order",
        "admit all-in-order",
        "recheck temperature-high", "admit all-in-order",
    ];

    [Fact]
    public void Everybody_is_judged_as_the_crowd_was_meant_to_be() => run.Journal
        .Select(entry => $"{entry.GetProperty("verdict").GetString()} {entry.GetProperty("reasons")[0].GetString()}")
        .ShouldBe(Intended);

    [Fact]
    public void The_colour_that_the_volunteer_confirmed_is_recorded() => run.Journal
        .Where(entry => entry.TryGetProperty("colour", out _))
        .ShouldHaveSingleItem().GetProperty("colour").GetString().ShouldBe("green");

    [Fact]
    public void Everybody_is_registered() =>
        run.Journal.Where(IsFinal).Select(entry => entry.GetProperty("passage").GetInt64()).Distinct().Count().ShouldBe(CrowdRun.People);

    [Fact]
    public void The_hub_has_every_entry_in_one_chain()
    {
        run.Delivered.Select(record => record.Key.Seq).ShouldBe(run.Journal.Select(entry => entry.GetProperty("seq").GetInt64()));
        ChainRule.FirstBroken(EntryHash.Start, run.Delivered).ShouldBeNull();
    }

    [Fact]
    public void The_hub_has_heard_of_the_fever_and_of_the_thermometer() =>
        run.Alarms.Where(kind => kind is not "store-slow").ShouldBe(["referred", "thermometer-fault"]); // a busy machine's disk may be that

    [Fact]
    public void Asked_to_stop_it_says_good_bye_and_ends_well()
    {
        run.ExitCode.ShouldBe(0);
        run.LastWord.ShouldBe(new(Online: false, Boot: 1));
    }

    [Fact]
    public void The_service_manager_hears_when_it_is_ready_alive_and_stopping()
    {
        run.Notified.Count(word => string.Equals(word, "READY=1", StringComparison.Ordinal)).ShouldBe(1);
        run.Notified.ShouldContain("WATCHDOG=1", StringComparer.Ordinal);
        run.Notified.ShouldContain(
            $"STATUS={run.Journal.Count} entries, 0 waiting for the hub, broker connected", StringComparer.Ordinal);
        run.Notified.Count(word => string.Equals(word, "STOPPING=1", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public void The_log_is_one_json_object_a_line_without_errors()
    {
        var levels = run.Log.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonSerializer.Deserialize<JsonElement>(line).GetProperty("LogLevel").GetString());

        levels.ShouldBeSubsetOf(["Information", "Warning"], StringComparer.Ordinal);
    }

    [Fact]
    public void The_log_names_no_pass_and_shows_no_code_and_no_key()
    {
        var passes = run.Journal.Where(HasPass).Select(entry => entry.GetProperty("pass").GetString()!).ToList();
        passes.ShouldNotBeEmpty();
        var key = File.ReadLines(Path.Combine(DataFolder.RepositoryRoot(), "seeds", "demo", "root.pem")).Skip(1).First();

        foreach (var secret in passes.Append("GP1:").Append("example.org").Append("gd.gov.cn").Append(key))
            run.Log.ShouldNotContain(secret, Case.Insensitive);
    }

    static bool IsFinal(JsonElement entry) => entry.GetProperty("final").GetBoolean();

    static bool HasPass(JsonElement entry) => entry.TryGetProperty("pass", out _);
}
