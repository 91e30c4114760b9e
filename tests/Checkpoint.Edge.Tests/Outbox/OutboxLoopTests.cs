using System.Security.Cryptography;
using Checkpoint.Edge.Journaling;
using Checkpoint.Hosting.Mqtt;
using Checkpoint.Journaling;
using Checkpoint.Ledgers;
using Checkpoint.Testing;
using Checkpoint.Wire;
using Microsoft.Extensions.Logging.Abstractions;

namespace Checkpoint.Edge.Outbox;

public sealed class OutboxLoopTests : IAsyncLifetime
{
    readonly TempFolder folder = new();
    readonly List<RunningLoop> running = [];
    readonly Parts parts;
    Broker broker = null!;
    ListeningHub hub = null!;

    public OutboxLoopTests() => parts = new(folder["journal.db"]);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    Journal Journal => parts.Journal.Current!;

    public async ValueTask InitializeAsync()
    {
        parts.Journal.TryOpen().ShouldBeTrue();
        broker = await Broker.StartNewAsync(new(), Cancel);
        hub = new(broker.Endpoint(), Some.Device);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var loop in running)
            await loop.DisposeAsync();
        await hub.DisposeAsync();
        await broker.DisposeAsync();
        parts.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Every_entry_arrives_whole_and_is_then_released()
    {
        parts.Write(120);
        await StartAsync();
        parts.Write(3);

        await ReleasedAsync(123);

        hub.Records.Select(record => record.Key.Seq).ShouldBe(Enumerable.Range(1, 123).Select(seq => (long)seq));
        ChainRule.FirstBroken(EntryHash.Start, hub.Records).ShouldBeNull();
    }

    [Fact]
    public async Task The_brokers_answer_alone_releases_nothing()
    {
        hub.IsSilent = true;
        parts.Write(10);

        await StartAsync();

        await Eventually.HoldsAsync(() => hub.Deliveries >= 10, "the hub has heard everything", Cancel);
        Journal.Released.ShouldBe(0);
        parts.Status.Now().Released.ShouldBe(0);
    }

    [Fact]
    public async Task A_hub_that_comes_back_is_told_again_what_it_has_not_confirmed()
    {
        hub.IsSilent = true;
        parts.Write(10);
        await StartAsync();
        await Eventually.HoldsAsync(() => hub.Deliveries >= 10, "the hub has heard everything", Cancel);

        hub.SayOffline();
        hub.IsSilent = false;
        hub.SayOnline();

        await ReleasedAsync(10);
    }

    [Fact]
    public async Task A_broker_killed_in_the_middle_loses_nothing()
    {
        parts.Write(200);
        await StartAsync();
        await Eventually.HoldsAsync(() => hub.Deliveries > 0, "the first batch has come", Cancel);

        await broker.KillAsync(Cancel);
        parts.Write(50);
        await broker.StartAsync(Cancel);

        await ReleasedAsync(250);
        ChainRule.FirstBroken(EntryHash.Start, hub.Records).ShouldBeNull();
    }

    [Fact]
    public async Task A_watermark_of_another_journal_or_none_at_all_releases_nothing()
    {
        hub.IsSilent = true;
        parts.Write(5);
        await StartAsync();
        await Eventually.HoldsAsync(() => hub.Deliveries >= 5, "the hub has heard everything", Cancel);

        hub.Say("not a watermark"u8.ToArray());
        hub.Say(new Watermark(Some.Epoch, 5, []).ToJson());
        hub.Say(new Watermark(Journal.Epoch, 6, []).ToJson());
        hub.Say(new Watermark(Journal.Epoch, 2, []).ToJson());

        await ReleasedAsync(2);
    }

    [Fact]
    public async Task A_box_that_the_broker_does_not_let_in_goes_on_writing()
    {
        var users = new Dictionary<string, string>(StringComparer.Ordinal) { ["gate-07"] = "right" };
        await using var strict = await Broker.StartNewAsync(new() { Users = users }, Cancel);

        await StartAsync(strict.Endpoint("gate-07", "wrong"));
        parts.Write(20);

        Journal.Written.ShouldBe(20);
        parts.Status.Line().ShouldBe("20 entries, 20 waiting for the hub, broker away");
    }

    [Fact]
    public async Task A_broker_that_takes_only_small_messages_gets_smaller_batches()
    {
        await using var narrow = await Broker.StartNewAsync(new() { Extra = "max_packet_size 4000" }, Cancel);
        await using var farHub = new ListeningHub(narrow.Endpoint(), Some.Device);
        parts.Write(100);

        await StartAsync(narrow.Endpoint());

        await ReleasedAsync(100);
    }

    [Fact]
    public async Task It_says_again_what_it_is_once_codes_are_read()
    {
        await StartAsync();
        await Eventually.HoldsAsync(() => hub.On(Topics.Birth(Some.Device)).Count > 0, "born", Cancel);

        parts.Scanner.IsUp("a decoder");

        await Eventually.HoldsAsync(
            () => Birth.TryRead(hub.On(Topics.Birth(Some.Device))[^1].Payload) is { Decoder: "a decoder" }, "said again", Cancel);
        Birth.TryRead(hub.On(Topics.Birth(Some.Device))[0].Payload)!.Decoder.ShouldBe("starting");
    }

    [Fact]
    public async Task Coming_online_it_says_what_it_is_and_how_it_does()
    {
        parts.Write(2);
        parts.Scanner.IsUp("a decoder");

        await StartAsync();

        await Eventually.HoldsAsync(() => hub.On(Topics.Health(Some.Device)).Count > 0, "health is said", Cancel);
        Birth.TryRead(hub.On(Topics.Birth(Some.Device))[^1].Payload)
            .ShouldBe(new(Parts.Identity.Program, Journal.Epoch, Boot: 1, Policy: 4, "a decoder"));
        ConnectionState.TryRead(hub.On(Topics.Connection(Some.Device))[^1].Payload).ShouldBe(new(Online: true, Boot: 1));
        var health = ListeningHub.Parse(hub.On(Topics.Health(Some.Device))[^1]);
        health.GetProperty("journaled").GetInt64().ShouldBe(2);
        health.GetProperty("diskFree").GetInt64().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Going_it_says_so_itself()
    {
        var loop = await StartAsync();
        await Eventually.HoldsAsync(() => hub.On(Topics.Connection(Some.Device)).Count > 0, "it is online", Cancel);

        await loop.DisposeAsync();

        await Eventually.HoldsAsync(
            () => ConnectionState.TryRead(hub.On(Topics.Connection(Some.Device))[^1].Payload) == new ConnectionState(Online: false, Boot: 1),
            "it is offline",
            Cancel);
    }

    [Fact]
    public async Task An_alarm_reaches_the_hub_once_and_is_then_forgotten()
    {
        await StartAsync();

        parts.Outbox.Raise(AlarmKind.ThermometerFault, "no-answer");
        parts.Outbox.Raise(AlarmKind.Referred, "entry 9");

        await Eventually.HoldsAsync(() => parts.Outbox.PeekAlarm() is null, "no alarm waits", Cancel);
        await Eventually.HoldsAsync(() => hub.Alarms.Count >= 2, "both alarms have come", Cancel);
        hub.Alarms.ShouldBe(["thermometer-fault", "referred"]);
        var said = ListeningHub.Parse(hub.On(Topics.Event(Some.Device))[0]);
        (said.GetProperty("detail").GetString(), said.GetProperty("boot").GetInt32()).ShouldBe(("no-answer", 1));
    }

    [Fact]
    public async Task An_alarm_raised_while_the_broker_is_away_is_said_when_it_is_back()
    {
        await broker.KillAsync(Cancel);
        await StartAsync();
        parts.Outbox.Raise(AlarmKind.NotRecorded, "an entry could not be written");

        await broker.StartAsync(Cancel);

        await Eventually.HoldsAsync(() => hub.Alarms.Contains("not-recorded", StringComparer.Ordinal), "the alarm has come", Cancel);
    }

    [Fact]
    public async Task An_alarm_that_a_dying_broker_did_not_answer_is_said_again()
    {
        await StartAsync();
        await Eventually.HoldsAsync(() => hub.On(Topics.Birth(Some.Device)).Count > 0, "it is online", Cancel);
        await broker.PauseAsync(Cancel);
        parts.Outbox.Raise(AlarmKind.NotRecorded, "an entry could not be written");
        await Eventually.HoldsAsync(() => parts.Outbox.News.Count == 0, "the loop has seen it", Cancel);

        await broker.KillAsync(Cancel);
        parts.Outbox.PeekAlarm().ShouldNotBeNull();
        await broker.StartAsync(Cancel);

        await Eventually.HoldsAsync(() => hub.Alarms.Contains("not-recorded", StringComparer.Ordinal), "the alarm has come", Cancel);
    }

    [Fact]
    public async Task A_journal_replaced_under_it_is_followed_by_its_successor()
    {
        parts.Write(20);
        await StartAsync();
        await ReleasedAsync(20);
        var before = Journal.Epoch;

        parts.Journal.Replace(Journal, new("found by a reader"));
        parts.Write(4);

        await ReleasedAsync(4);
        hub.Records.Count(record => record.Key.Epoch == before).ShouldBe(20);
        hub.Records.Count(record => record.Key.Epoch == Journal.Epoch).ShouldBe(4);
        await Eventually.HoldsAsync(() => hub.Alarms.Contains("journal-moved-aside", StringComparer.Ordinal), "the alarm has come", Cancel);
        Birth.TryRead(hub.On(Topics.Birth(Some.Device))[^1].Payload)!.Epoch.ShouldBe(Journal.Epoch);
    }

    [Fact]
    public async Task A_journal_that_proves_damaged_on_its_way_to_the_hub_is_replaced()
    {
        parts.Write(300);
        var before = Journal.Epoch;
        foreach (var file in new[] { parts.Path, parts.Path + "-wal" })
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            await stream.WriteAsync(RandomNumberGenerator.GetBytes((int)stream.Length), Cancel);
        }

        await StartAsync();

        await Eventually.HoldsAsync(() => parts.Journal.Current is { } now && now.Epoch != before, "another journal is open", Cancel);
        parts.Write(2);
        await ReleasedAsync(2);
    }

    async Task<RunningLoop> StartAsync(BrokerEndpoint? endpoint = null)
    {
        var loop = new RunningLoop(parts, endpoint ?? broker.Endpoint());
        running.Add(loop);
        await loop.StartAsync(Cancel);
        return loop;
    }

    Task ReleasedAsync(long upTo) => Eventually.HoldsAsync(() => Journal.Released == upTo, $"released up to {upTo}", Cancel);

    sealed class RunningLoop : IAsyncDisposable
    {
        readonly MosquittoLink link;
        readonly OutboxLoop loop;

        public RunningLoop(Parts parts, BrokerEndpoint endpoint)
        {
            link = new(
                new(endpoint, Some.Device.Value, TimeSpan.FromMinutes(5), [Topics.Ack(Some.Device), Topics.HubState], Will: null),
                TimeProvider.System);
            loop = new(
                Parts.Identity, link, endpoint, parts.Journal, parts.Outbox, parts.Bundles, parts.Status, TimeProvider.System,
                NullLogger<OutboxLoop>.Instance);
        }

        public Task StartAsync(CancellationToken cancel) => loop.StartAsync(cancel);

        // Once more is no harm: a test may end it before the end of the test does.
        public async ValueTask DisposeAsync()
        {
            await loop.StopAsync(CancellationToken.None);
            loop.ExecuteTask!.IsFaulted.ShouldBeFalse();
            loop.Dispose();
            link.Dispose();
        }
    }
}
