using System.Globalization;
using System.Runtime.Versioning;
using Checkpoint.Hub.Ledgers;
using Checkpoint.Testing;
using Checkpoint.Testing.Programs;

namespace Checkpoint.EndToEnd;

/// <summary>A box that never had a network: its entries go to the hub by stick and by codes, and the hub's receipt comes back.</summary>
[SupportedOSPlatform("linux")]
public sealed class CarryTests(PostgresServer postgres) : IClassFixture<PostgresServer>, IAsyncLifetime
{
    const int People = 8;

    readonly TempFolder folder = new();
    Broker broker = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    EdgeSettings Box => new("gate-1", Folder("gate"), Url, People) { Speed = 4 };

    string Url => string.Create(CultureInfo.InvariantCulture, $"mqtt://127.0.0.1:{broker.Port}");

    /// <summary>There is a broker, and it is away.</summary>
    public async ValueTask InitializeAsync()
    {
        broker = await Broker.StartNewAsync(new(), Cancel);
        await broker.StopAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await broker.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public Task By_stick_everything_is_released_and_nothing_doubles_once_the_broker_is_there() => CarryAsync(new(Folder("hub"), Url, ["gate-1"]));

    [Fact]
    public async Task The_same_over_postgresql()
    {
        Assert.SkipUnless(postgres.IsRunning, PostgresServer.WhySkipped);

        await CarryAsync(new(Folder("hub"), Url, ["gate-1"]) { Ledger = await postgres.NewDatabaseAsync(Cancel) });
    }

    [Fact]
    public async Task By_codes_the_last_day_reaches_a_hub_that_does_not_run()
    {
        var hub = new HubSettings(Folder("hub"), Url, ["gate-1"]);
        await using var gate = await StartAsync();
        using var carrier = new Carrier(Box, hub);

        var codes = await carrier.AtTheBoxAsync(Cancel, "qr");
        await File.WriteAllTextAsync(folder["scanned.txt"], string.Join('\n', codes.Split('\n').Reverse()), Cancel);
        var table = await carrier.AtTheHubAsync(Cancel, "in", folder["scanned.txt"]);
        await carrier.AtTheHubAsync(Cancel, "out", carrier.Stick);
        await carrier.AtTheBoxAsync(Cancel, "in", carrier.Stick);

        table.ShouldContain("gate-1  ");
        await ReleasedAsync(gate);
    }

    async Task CarryAsync(HubSettings settings)
    {
        await using var gate = await StartAsync();
        await using var hub = await HubProgram.StartAsync(settings, Cancel);
        using var carrier = new Carrier(Box, settings);

        await carrier.AtTheBoxAsync(Cancel, "out", carrier.Stick);
        var first = await carrier.AtTheHubAsync(Cancel, "in", carrier.Stick);
        var again = await carrier.AtTheHubAsync(Cancel, "in", carrier.Stick);
        await carrier.AtTheHubAsync(Cancel, "out", carrier.Stick);
        (await gate.StatusAsync(Cancel)).Released.ShouldBe(0);
        await carrier.AtTheBoxAsync(Cancel, "in", carrier.Stick);
        await ReleasedAsync(gate);
        await broker.StartAsync(Cancel);
        await Eventually.HoldsAsync(async () => (await gate.StatusAsync(Cancel)).Broker, "connected", TimeSpan.FromSeconds(90), Cancel);

        var written = (await gate.StatusAsync(Cancel)).Written;
        first.ShouldContain(string.Create(CultureInfo.InvariantCulture, $"1-{written}  {written}  0  0  0"));
        again.ShouldContain(string.Create(CultureInfo.InvariantCulture, $"1-{written}  0  {written}  0  0"));
        Judgement.Of(await gate.JournalAsync(after: 0, Cancel), (await gate.StatusAsync(Cancel)).Released, await hub.LedgerAsync("gate-1", Cancel))
            .ShouldBe(new Judgement(People, People, People, 0, 0));
    }

    async Task<EdgeProgram> StartAsync()
    {
        var gate = await EdgeProgram.StartAsync(Box, Cancel);
        await Eventually.HoldsAsync(async () => (await gate.StatusAsync(Cancel)).CrowdDone, "the crowd is through", TimeSpan.FromSeconds(90), Cancel);
        return gate;
    }

    static Task ReleasedAsync(EdgeProgram gate) => Eventually.HoldsAsync(
        async () => await gate.StatusAsync(Cancel) is var status && status.Released == status.Written, "everything is released", TimeSpan.FromSeconds(60), Cancel);

    string Folder(string name) => Directory.CreateDirectory(folder[name]).FullName;
}
