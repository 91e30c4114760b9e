using System.Globalization;
using Checkpoint.Hub.Ledgers;
using Checkpoint.Testing;

namespace Checkpoint.Hub.Operations;

public sealed class OperationsTests : HubFixture
{
    [Fact]
    public async Task Metrics_keep_their_published_names()
    {
        await using var hub = await StartHubAsync();

        var text = await hub.Http.GetStringAsync(new Uri("/metrics", UriKind.Relative), Cancel);

        var names = text.Split('\n').Where(line => line.StartsWith("# TYPE checkpoint_", StringComparison.Ordinal)).Select(line => line[7..]);
        names.ShouldBe([
            "checkpoint_hub_messages_total counter",
            "checkpoint_hub_records_stored_total counter",
            "checkpoint_hub_records_duplicate_total counter",
            "checkpoint_hub_records_conflict_total counter",
            "checkpoint_hub_records_refused_total counter",
            "checkpoint_hub_broken_links_total counter",
            "checkpoint_hub_messages_aside_total counter",
            "checkpoint_hub_alarms_total counter",
            "checkpoint_hub_commit_failures_total counter",
            "checkpoint_hub_gaps_total counter",
            "checkpoint_hub_other_keys_total counter",
            "checkpoint_hub_commit_seconds histogram",
            "checkpoint_hub_broker_connected gauge", "checkpoint_hub_drifting_thermometers gauge",
        ]);
    }

    [Fact]
    public async Task Metrics_count_what_was_done()
    {
        await using var hub = await StartHubAsync();
        using var box = await BoxLink.ConnectAsync(Broker, Cancel);
        var records = new Journal().Passages(3);
        await box.SendAsync(Cancel, [.. records, records[0]]);
        await box.SendAsync("checkpoint/v1/d/gate-1/up/rec", "{", Cancel);
        await Eventually.HoldsAsync(async () => await hub.CountAsync("aside", Cancel) == 1, "one message is aside", Cancel);

        // The counters rise after the commit that the summary shows.
        await Eventually.HoldsAsync(async () => (await MetricsAsync(hub)).Contains("checkpoint_hub_messages_aside_total 1\n", StringComparison.Ordinal), "counted", Cancel);
        var text = await MetricsAsync(hub);

        text.ShouldContain("checkpoint_hub_records_stored_total 3\n");
        text.ShouldContain("checkpoint_hub_records_duplicate_total 1\n");
        text.ShouldContain("checkpoint_hub_broker_connected 1\n");
    }

    [Fact]
    public async Task Without_a_broker_the_hub_is_degraded_and_not_failing()
    {
        await using var hub = await StartHubAsync();
        await Broker.KillAsync(Cancel);

        await Eventually.HoldsAsync(
            async () => (await hub.GetAsync("/healthz", Cancel)).GetProperty("state").ValueEquals("degraded"), "the hub is degraded", Cancel);
    }

    [Fact]
    public async Task Everything_wrong_with_the_configuration_is_said_at_once()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(
            folder["hub.json"],
            """
            {
              "Ledger": { "Connection": ":memory:" },
              "Mqtt": { "Broker": "http://x", "ClientId": "two words", "SessionExpiry": "00:00:01" },
              "Fleet": { "Devices": ["Gate"] },
              "Web": { "Listen": "http://localhost:8080" },
              "Mqqt": { "Broker": "mqtt://127.0.0.1" }
            }
            """,
            Cancel);
        await using var errors = new StringWriter(CultureInfo.InvariantCulture);

        var code = await RunCommand.RunAsync(folder.Path, errors, Cancel);

        code.ShouldBe(78);
        foreach (var key in new[] { "Ledger:Connection", "Mqtt:Broker", "Mqtt:ClientId", "Mqtt:SessionExpiry", "Mqqt", "Fleet:Devices:0", "Web:Listen" })
            errors.ToString().ShouldContain(key);
        errors.ToString().ShouldNotContain("http://x"); // may carry a password
    }

    [Fact]
    public async Task A_place_may_only_have_boxes_of_the_fleet_and_each_box_one_place()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(
            folder["a.json"],
            """
            {
              "Ledger": { "Connection": "Data Source=never.db" }, "Mqtt": { "Broker": "mqtt://127.0.0.1" },
              "Fleet": { "Devices": ["east-1", "east-2"], "Places": [{ "Devices": ["east-1", "east-2"] }, { "Devices": ["east-1", "west-9"] }] }
            }
            """,
            Cancel);
        await using var errors = new StringWriter(CultureInfo.InvariantCulture);

        var code = await RunCommand.RunAsync(folder.Path, errors, Cancel);

        code.ShouldBe(78);
        errors.ToString().ShouldContain("west-9");
        errors.ToString().ShouldContain("\"east-1\" twice");
    }

    [Fact]
    public async Task An_empty_folder_names_every_value_that_has_no_default()
    {
        using var folder = new TempFolder();
        await using var errors = new StringWriter(CultureInfo.InvariantCulture);

        var code = await RunCommand.RunAsync(folder.Path, errors, Cancel);

        code.ShouldBe(78);
        foreach (var key in new[] { "Ledger:Connection", "Mqtt:Broker", "Fleet:Devices" })
            errors.ToString().ShouldContain(key);
    }

    [Fact]
    public async Task A_port_in_use_is_said_in_one_line()
    {
        await using var first = await StartHubAsync();
        using var folder = await ConfigureAsync(port: first.Http.BaseAddress!.Port);
        await using var errors = new StringWriter(CultureInfo.InvariantCulture);

        var code = await RunCommand.RunAsync(folder.Path, errors, Cancel);

        code.ShouldBe(ExitCode.Unavailable);
        errors.ToString().TrimEnd().Split('\n').Single().ShouldContain("set Web:Listen");
    }

    [Fact]
    public async Task A_missing_folder_for_the_ledger_is_said_and_the_hub_does_not_start()
    {
        using var folder = await ConfigureAsync(ledger: "/nowhere/hub.db");
        await using var errors = new StringWriter(CultureInfo.InvariantCulture);

        var code = await RunCommand.RunAsync(folder.Path, errors, Cancel);

        code.ShouldBe(ExitCode.Storage);
        errors.ToString().ShouldContain("the folder /nowhere does not exist");
    }

    [Fact]
    public async Task A_check_of_a_good_place_says_so()
    {
        using var folder = await ConfigureAsync();
        await using var output = new StringWriter(CultureInfo.InvariantCulture);

        var code = await CheckCommand.RunAsync(folder.Path, output, TimeProvider.System, Cancel);

        code.ShouldBe(0, output.ToString());
        output.ToString().TrimEnd().Split('\n').Select(line => line[..line.IndexOf(':', StringComparison.Ordinal)])
            .ShouldBe(["ok    configuration", "ok    ledger", "ok    broker", "ok    web", "ok    clock"]);
    }

    [Fact]
    public async Task A_check_says_what_to_mend()
    {
        using var folder = await ConfigureAsync(ledger: "/nowhere/hub.db", port: Broker.Port);
        await Broker.KillAsync(Cancel);
        await Broker.StartAsync(Cancel);
        await using var output = new StringWriter(CultureInfo.InvariantCulture);

        var code = await CheckCommand.RunAsync(folder.Path, output, new ManualClock(DateTimeOffset.UnixEpoch), Cancel);

        code.ShouldBe(1);
        foreach (var line in new[] { "FAIL  ledger", "FAIL  web", "FAIL  clock", "Set the clock", "Make it", "change Web:Listen" })
            output.ToString().ShouldContain(line);
    }

    [Fact]
    public async Task A_check_of_a_broker_that_is_away_says_so()
    {
        using var folder = await ConfigureAsync();
        await Broker.KillAsync(Cancel);
        await using var output = new StringWriter(CultureInfo.InvariantCulture);

        var code = await CheckCommand.RunAsync(folder.Path, output, TimeProvider.System, Cancel);

        code.ShouldBe(1);
        output.ToString().ShouldContain("FAIL  broker");
    }

    static async Task<string> MetricsAsync(RunningHub hub) => await hub.Http.GetStringAsync(new Uri("/metrics", UriKind.Relative), Cancel);

    async Task<TempFolder> ConfigureAsync(string? ledger = null, int port = 0)
    {
        var folder = new TempFolder();
        await File.WriteAllTextAsync(
            folder["hub.json"],
            string.Create(
                CultureInfo.InvariantCulture,
                $$"""
                {
                  "Ledger": { "Connection": "Data Source={{ledger ?? folder["hub.db"]}}" },
                  "Mqtt": { "Broker": "mqtt://127.0.0.1:{{Broker.Port}}" },
                  "Fleet": { "Devices": ["gate-1"] },
                  "Web": { "Listen": "http://127.0.0.1:{{port}}" }
                }
                """),
            Cancel);
        return folder;
    }
}
