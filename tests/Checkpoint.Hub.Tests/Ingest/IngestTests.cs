using Checkpoint.Hub.Ledgers;
using Checkpoint.Testing;
using Checkpoint.Wire;

namespace Checkpoint.Hub.Ingest;

public sealed class IngestTests : HubFixture
{
    readonly Journal journal = new();

    [Fact]
    public async Task A_watermark_says_that_the_records_are_in_the_ledger()
    {
        await using var hub = await StartHubAsync();
        using var box = await BoxLink.ConnectAsync(Broker, Cancel);

        await box.SendAsync(Cancel, journal.Passages(3));
        var watermark = await box.WatermarkAsync(Cancel);

        (watermark.Epoch, watermark.UpTo).ShouldBe((journal.Stream.Epoch, 3));
        watermark.Missing.ShouldBeEmpty();
        (await hub.CountAsync("rows", Cancel)).ShouldBe(3);
    }

    [Fact]
    public async Task Records_that_come_again_are_confirmed_again()
    {
        await using var hub = await StartHubAsync();
        using var box = await BoxLink.ConnectAsync(Broker, Cancel);
        var records = journal.Passages(2);

        await box.SendAsync(Cancel, records);
        await box.WatermarkAsync(2, Cancel);
        await box.SendAsync(Cancel, records);
        await box.WatermarkAsync(2, Cancel);

        (await hub.CountAsync("rows", Cancel)).ShouldBe(2);
        (await hub.CountAsync("duplicates", Cancel)).ShouldBe(2);
    }

    [Fact]
    public async Task A_hole_is_named_and_then_filled()
    {
        await using var hub = await StartHubAsync();
        using var box = await BoxLink.ConnectAsync(Broker, Cancel);
        var records = journal.Passages(5);

        await box.SendAsync(Cancel, records[0], records[3], records[4]);
        var holed = await box.WatermarkAsync(Cancel);
        await box.SendAsync(Cancel, records[1], records[2]);
        await box.WatermarkAsync(5, Cancel);

        (holed.UpTo, holed.Missing.Single()).ShouldBe((1, new SeqRange(2, 3)));
        (await hub.CountAsync("missing", Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task A_cloned_box_raises_a_conflict_and_the_first_record_stays()
    {
        await using var hub = await StartHubAsync();
        using var box = await BoxLink.ConnectAsync(Broker, Cancel);
        var record = journal.Passage(1);

        await box.SendAsync(Cancel, record);
        await box.WatermarkAsync(1, Cancel);
        await box.SendAsync(Cancel, Journal.Forged(record));
        await box.WatermarkAsync(1, Cancel);

        (await hub.CountAsync("conflicts", Cancel)).ShouldBe(1);
        var row = (await hub.GetAsync("/api/v1/ledger", Cancel)).GetProperty("entries").EnumerateArray().Single();
        row.GetProperty("hash").GetString().ShouldBe(record.Hash.Hex);
    }

    [Fact]
    public async Task A_broken_chain_is_stored_and_counted()
    {
        await using var hub = await StartHubAsync();
        using var box = await BoxLink.ConnectAsync(Broker, Cancel);
        var records = journal.Passages(2);

        await box.SendAsync(Cancel, records[0], Journal.Forged(records[1]));
        await box.WatermarkAsync(2, Cancel);

        (await hub.CountAsync("brokenLinks", Cancel)).ShouldBe(1);
    }

    [Fact]
    public async Task A_box_hears_the_link_and_the_time_of_what_was_committed_and_whether_it_is_disputed()
    {
        await using var hub = await StartHubAsync();
        using var box = await BoxLink.ConnectAsync(Broker, Cancel);
        var records = journal.Passages(2);

        await box.SendAsync(Cancel, records);
        var receipt = await box.WatermarkAsync(Cancel);
        await box.SendAsync(Cancel, Journal.Forged(records[1]));
        var disputed = await box.WatermarkAsync(Cancel);

        (receipt.Hash, receipt.IsDisputed).ShouldBe((records[1].Hash, false));
        receipt.Time.ShouldNotBeNull();
        disputed.IsDisputed.ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_no_record_goes_aside_and_the_next_record_is_stored()
    {
        await using var hub = await StartHubAsync();
        using var box = await BoxLink.ConnectAsync(Broker, Cancel);
        var stranger = new Journal("gate-9").Passage(1);

        await box.SendAsync("checkpoint/v1/d/gate-9/up/rec", new RecordBatch([stranger]).ToJson(), Cancel);
        await box.SendAsync("checkpoint/v1/d/gate-1/up/rec", new RecordBatch([stranger]).ToJson(), Cancel);
        await box.SendAsync("checkpoint/v1/d/gate-1/up/rec", "{", Cancel);
        await box.SendAsync("checkpoint/v1/d/gate-1/up/weather", "sunny", Cancel);
        await box.SendAsync(Cancel, journal.Passage(1));
        await box.WatermarkAsync(1, Cancel);

        (await hub.CountAsync("aside", Cancel)).ShouldBe(4);
        (await hub.CountAsync("rows", Cancel)).ShouldBe(1);
    }

    [Fact]
    public async Task A_box_that_is_born_hears_how_far_the_hub_has_its_journal()
    {
        await using var hub = await StartHubAsync();
        using var box = await BoxLink.ConnectAsync(Broker, Cancel);
        await box.SendAsync(Cancel, journal.Passages(2));
        await box.WatermarkAsync(2, Cancel);

        var birth = new Birth("checkpoint-edge 0.1.0", journal.Stream.Epoch, 2, 1, "simulated");
        await box.SendAsync(Topics.Birth(journal.Device), birth.ToJson(), Cancel);

        (await box.WatermarkAsync(Cancel)).UpTo.ShouldBe(2);
    }

    [Fact]
    public async Task A_box_counts_as_online_until_its_latest_start_says_otherwise()
    {
        await using var hub = await StartHubAsync();
        using var box = await BoxLink.ConnectAsync(Broker, Cancel);
        var topic = Topics.Connection(journal.Device);

        await box.SendAsync(topic, new ConnectionState(Online: true, Boot: 2).ToJson(), Cancel);
        await box.SendAsync(topic, new ConnectionState(Online: false, Boot: 1).ToJson(), Cancel);
        await box.SendAsync(Cancel, journal.Passage(1));
        await box.WatermarkAsync(1, Cancel);
        var during = await OnlineAsync(hub);
        await box.SendAsync(topic, new ConnectionState(Online: false, Boot: 2).ToJson(), Cancel);

        during.ShouldBeTrue();
        await Eventually.HoldsAsync(async () => !await OnlineAsync(hub), "the box is offline", Cancel);
    }

    [Fact]
    public async Task What_came_while_the_hub_was_away_is_stored_when_it_returns()
    {
        var first = await StartHubAsync();
        using var box = await BoxLink.ConnectAsync(Broker, Cancel);
        await box.SendAsync(Cancel, journal.Passage(1));
        await box.WatermarkAsync(1, Cancel);
        await first.DisposeAsync();

        await box.SendAsync(Cancel, journal.Passages(2));
        await using var second = await StartHubAsync();
        await box.WatermarkAsync(3, Cancel);

        (await second.CountAsync("rows", Cancel)).ShouldBe(3);
        (await second.CountAsync("brokenLinks", Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task The_hub_says_that_it_comes_and_that_it_goes()
    {
        using var box = await BoxLink.ConnectAsync(Broker, Cancel);

        await using var hub = await StartHubAsync();
        var coming = await box.HubWordAsync(Cancel);
        await hub.StopAsync(Cancel);
        var going = await box.HubWordAsync(Cancel);

        coming.ShouldContain("\"state\":\"online\"");
        going.ShouldContain("\"state\":\"offline\"");
    }

    [Fact]
    public async Task A_broker_that_dies_and_returns_loses_nothing_that_the_box_sends_again()
    {
        await using var hub = await StartHubAsync();
        using var box = await BoxLink.ConnectAsync(Broker, Cancel);
        var records = journal.Passages(4);
        await box.SendAsync(Cancel, records[0], records[1]);
        await box.WatermarkAsync(2, Cancel);

        await Broker.KillAsync(Cancel);
        await Broker.StartAsync(Cancel);
        await box.ConnectAsync(Cancel);
        (await box.HubWordAsync(Cancel)).ShouldContain("\"state\":\"online\"");
        await box.SendAsync(Cancel, records);
        await box.WatermarkAsync(4, Cancel);

        (await hub.CountAsync("rows", Cancel)).ShouldBe(4);
    }

    [Fact]
    public async Task While_the_database_is_locked_health_fails_nothing_is_confirmed_and_afterwards_nothing_is_missing()
    {
        await using var hub = await StartHubAsync();
        using var box = await BoxLink.ConnectAsync(Broker, Cancel);
        using var other = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={LedgerFile};Pooling=False");
        await other.OpenAsync(Cancel);
        await ExecuteAsync(other, "BEGIN IMMEDIATE");

        await box.SendAsync(Cancel, journal.Passages(3));
        await Eventually.HoldsAsync(
            async () => (int)(await hub.Http.GetAsync(new Uri("/healthz", UriKind.Relative), Cancel)).StatusCode == 503, "health fails", Cancel);
        var before = await hub.CountAsync("rows", Cancel);
        await ExecuteAsync(other, "ROLLBACK");
        await box.WatermarkAsync(3, Cancel);

        before.ShouldBe(0);
        (await hub.CountAsync("rows", Cancel)).ShouldBe(3);
        (await hub.Http.GetAsync(new Uri("/healthz", UriKind.Relative), Cancel)).IsSuccessStatusCode.ShouldBeTrue();
    }

    [Fact]
    public async Task A_backlog_of_many_batches_is_confirmed_to_its_end()
    {
        await using var hub = await StartHubAsync();
        using var box = await BoxLink.ConnectAsync(Broker, Cancel);

        foreach (var batch in journal.Passages(2000).Chunk(RecordBatch.MaxRecords))
            await box.SendAsync(Cancel, batch);
        await box.WatermarkAsync(2000, Cancel);

        (await hub.CountAsync("passages", Cancel)).ShouldBe(2000);
    }

    async Task<bool> OnlineAsync(RunningHub hub) =>
        (await hub.GetAsync("/api/v1/summary", Cancel)).GetProperty("devices").EnumerateArray()
            .Single(device => device.GetProperty("device").ValueEquals("gate-1")).GetProperty("online").GetBoolean();

    static async Task ExecuteAsync(Microsoft.Data.Sqlite.SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the two constants above
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
