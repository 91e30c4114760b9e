using System.Security.Cryptography;
using Checkpoint.Journaling;
using Checkpoint.Ledgers;
using Checkpoint.Testing;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Outbox;

public sealed class OutboxLoopTests : OutboxFixture
{
    [Fact]
    public async Task Every_entry_arrives_whole_and_is_then_released()
    {
        Box.Write(120);
        await StartAsync();
        Box.Write(3);

        await ReleasedAsync(123);

        Hub.Records.Select(record => record.Key.Seq).ShouldBe(Enumerable.Range(1, 123).Select(seq => (long)seq));
        ChainRule.FirstBroken(EntryHash.Start, Hub.Records).ShouldBeNull();
    }

    [Fact]
    public async Task The_brokers_answer_alone_releases_nothing()
    {
        Hub.IsSilent = true;
        Box.Write(10);

        await StartAsync();

        await Eventually.HoldsAsync(() => Hub.Deliveries >= 10, "the hub has heard everything", Cancel);
        Journal.Released.ShouldBe(0);
        Box.Status.Now().Released.ShouldBe(0);
    }

    [Fact]
    public async Task A_hub_that_comes_back_is_told_again_what_it_has_not_confirmed()
    {
        Hub.IsSilent = true;
        Box.Write(10);
        await StartAsync();
        await Eventually.HoldsAsync(() => Hub.Deliveries >= 10, "the hub has heard everything", Cancel);

        Hub.SayOffline();
        Hub.IsSilent = false;
        Hub.SayOnline();

        await ReleasedAsync(10);
    }

    [Fact]
    public async Task A_broker_killed_in_the_middle_loses_nothing()
    {
        Box.Write(200);
        await StartAsync();
        await Eventually.HoldsAsync(() => Hub.Deliveries > 0, "the first batch has come", Cancel);

        await Broker.KillAsync(Cancel);
        Box.Write(50);
        await Broker.StartAsync(Cancel);

        await ReleasedAsync(250);
        ChainRule.FirstBroken(EntryHash.Start, Hub.Records).ShouldBeNull();
    }

    [Fact]
    public async Task A_watermark_of_another_journal_or_none_at_all_releases_nothing()
    {
        Hub.IsSilent = true;
        Box.Write(5);
        await StartAsync();
        await Eventually.HoldsAsync(() => Hub.Deliveries >= 5, "the hub has heard everything", Cancel);

        Hub.Say("not a watermark"u8.ToArray());
        Hub.Say(new Watermark(Some.Epoch, 5, []).ToJson());
        Hub.Say(new Watermark(Journal.Epoch, 6, []).ToJson());
        Hub.Say(new Watermark(Journal.Epoch, 2, []).ToJson());

        await ReleasedAsync(2);
    }

    [Fact]
    public async Task A_box_that_the_broker_does_not_let_in_goes_on_writing()
    {
        var users = new Dictionary<string, string>(StringComparer.Ordinal) { ["gate-07"] = "right" };
        await using var strict = await Broker.StartNewAsync(new() { Users = users }, Cancel);

        await StartAsync(strict.Endpoint("gate-07", "wrong"));
        Box.Write(20);

        Journal.Written.ShouldBe(20);
        Box.Status.Line().ShouldBe("20 entries, 20 waiting for the hub, broker away");
    }

    [Fact]
    public async Task A_broker_that_takes_only_small_messages_gets_smaller_batches()
    {
        await using var narrow = await Broker.StartNewAsync(new() { Extra = "max_packet_size 4000" }, Cancel);
        await using var farHub = new ListeningHub(narrow.Endpoint(), Some.Device);
        Box.Write(100);

        await StartAsync(narrow.Endpoint());

        await ReleasedAsync(100);
    }

    [Fact]
    public async Task It_says_again_what_it_is_once_codes_are_read()
    {
        await StartAsync();
        await Eventually.HoldsAsync(() => Hub.On(Topics.Birth(Some.Device)).Count > 0, "born", Cancel);

        Box.Scanner.IsUp("a decoder");

        await Eventually.HoldsAsync(
            () => Birth.TryRead(Hub.On(Topics.Birth(Some.Device))[^1].Payload) is { Decoder: "a decoder" }, "said again", Cancel);
        Birth.TryRead(Hub.On(Topics.Birth(Some.Device))[0].Payload)!.Decoder.ShouldBe("starting");
    }

    [Fact]
    public async Task Coming_online_it_says_what_it_is_and_how_it_does()
    {
        Box.Write(2);
        Box.Scanner.IsUp("a decoder");

        await StartAsync();

        await Eventually.HoldsAsync(() => Hub.On(Topics.Health(Some.Device)).Count > 0, "health is said", Cancel);
        Birth.TryRead(Hub.On(Topics.Birth(Some.Device))[^1].Payload)
            .ShouldBe(new(Parts.Identity.Program, Journal.Epoch, Boot: 1, Policy: 4, "a decoder"));
        ConnectionState.TryRead(Hub.On(Topics.Connection(Some.Device))[^1].Payload).ShouldBe(new(Online: true, Boot: 1));
        var health = ListeningHub.Parse(Hub.On(Topics.Health(Some.Device))[^1]);
        health.GetProperty("journaled").GetInt64().ShouldBe(2);
        health.GetProperty("diskFree").GetInt64().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Going_it_says_so_itself()
    {
        var loop = await StartAsync();
        await Eventually.HoldsAsync(() => Hub.On(Topics.Connection(Some.Device)).Count > 0, "it is online", Cancel);

        await loop.DisposeAsync();

        await Eventually.HoldsAsync(
            () => ConnectionState.TryRead(Hub.On(Topics.Connection(Some.Device))[^1].Payload) == new ConnectionState(Online: false, Boot: 1),
            "it is offline",
            Cancel);
    }

    [Fact]
    public async Task An_alarm_reaches_the_hub_once_and_is_then_forgotten()
    {
        await StartAsync();
        await Eventually.HoldsAsync(() => Hub.On(Topics.Birth(Some.Device)).Count > 0, "the hub listens", Cancel);

        Box.Outbox.Raise(AlarmKind.ThermometerFault, "no-answer");
        Box.Outbox.Raise(AlarmKind.Referred, "entry 9");

        await Eventually.HoldsAsync(() => Box.Outbox.PeekAlarm() is null, "no alarm waits", Cancel);
        await Eventually.HoldsAsync(() => Hub.Alarms.Count >= 2, "both alarms have come", Cancel);
        Hub.Alarms.ShouldBe(["thermometer-fault", "referred"]);
        var said = ListeningHub.Parse(Hub.On(Topics.Event(Some.Device))[0]);
        (said.GetProperty("detail").GetString(), said.GetProperty("boot").GetInt32()).ShouldBe(("no-answer", 1));
    }

    [Fact]
    public async Task An_alarm_raised_while_the_broker_is_away_is_said_when_it_is_back()
    {
        await Broker.KillAsync(Cancel);
        await StartAsync();
        Box.Outbox.Raise(AlarmKind.NotRecorded, "an entry could not be written");

        await Broker.StartAsync(Cancel);

        await Eventually.HoldsAsync(() => Hub.Alarms.Contains("not-recorded", StringComparer.Ordinal), "the alarm has come", Cancel);
    }

    [Fact]
    public async Task An_alarm_that_a_dying_broker_did_not_answer_is_said_again()
    {
        await StartAsync();
        await Eventually.HoldsAsync(() => Hub.On(Topics.Birth(Some.Device)).Count > 0, "it is online", Cancel);
        await Broker.PauseAsync(Cancel);
        Box.Outbox.Raise(AlarmKind.NotRecorded, "an entry could not be written");
        await Eventually.HoldsAsync(() => Box.Outbox.News.Count == 0, "the loop has seen it", Cancel);

        await Broker.KillAsync(Cancel);
        Box.Outbox.PeekAlarm().ShouldNotBeNull();
        await Broker.StartAsync(Cancel);

        await Eventually.HoldsAsync(() => Hub.Alarms.Contains("not-recorded", StringComparer.Ordinal), "the alarm has come", Cancel);
    }

    [Fact]
    public async Task A_journal_replaced_under_it_is_followed_by_its_successor()
    {
        Box.Write(20);
        await StartAsync();
        await ReleasedAsync(20);
        var before = Journal.Epoch;

        Box.Journal.Replace(Journal, new("found by a reader"));
        Box.Write(4);

        await ReleasedAsync(4);
        Hub.Records.Count(record => record.Key.Epoch == before).ShouldBe(20);
        Hub.Records.Count(record => record.Key.Epoch == Journal.Epoch).ShouldBe(4);
        await Eventually.HoldsAsync(() => Hub.Alarms.Contains("journal-moved-aside", StringComparer.Ordinal), "the alarm has come", Cancel);
        Birth.TryRead(Hub.On(Topics.Birth(Some.Device))[^1].Payload)!.Epoch.ShouldBe(Journal.Epoch);
    }

    [Fact]
    public async Task A_journal_that_proves_damaged_on_its_way_to_the_hub_is_replaced()
    {
        Box.Write(300);
        var before = Journal.Epoch;
        foreach (var file in new[] { Box.Path, Box.Path + "-wal" })
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            await stream.WriteAsync(RandomNumberGenerator.GetBytes((int)stream.Length), Cancel);
        }

        await StartAsync();

        await Eventually.HoldsAsync(() => Box.Journal.Current is { } now && now.Epoch != before, "another journal is open", Cancel);
        Box.Write(2);
        await ReleasedAsync(2);
    }
}
