using System.Globalization;
using Checkpoint.Testing;
using Checkpoint.Testing.Programs;

namespace Checkpoint.EndToEnd;

/// <summary>One gate, a broker and a hub: the real programs, each a process of its own.</summary>
sealed class Site : IAsyncDisposable
{
    const string Device = "gate-1";

    readonly TempFolder folder = new();

    Site(Broker broker) => Broker = broker;

    /// <summary>The broker.</summary>
    public Broker Broker { get; }

    /// <summary>The hub, while it runs.</summary>
    public HubProgram Hub { get; private set; } = null!;

    /// <summary>The box, while it runs.</summary>
    public EdgeProgram Gate { get; private set; } = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    string Url => $"mqtt://127.0.0.1:{Broker.Port}";

    /// <summary>Starts all three.</summary>
    /// <param name="passages">People who come.</param>
    /// <param name="clock">How wrong the box's clock is, which nobody answers for; right if not given.</param>
    public static async Task<Site> OpenAsync(int passages, TimeSpan? clock = null)
    {
        var site = new Site(await Broker.StartNewAsync(new(), Cancel));
        if (clock is { } by)
            site.SetClock(by, "estimated");
        await site.StartHubAsync();
        await site.StartGateAsync(passages);
        return site;
    }

    /// <summary>Starts the hub, again on the same ledger if there is one.</summary>
    public async Task StartHubAsync() => Hub = await HubProgram.StartAsync(new(Folder("hub"), Url, [Device]), Cancel);

    /// <summary>Starts the box, again on the same journal if there is one.</summary>
    public async Task StartGateAsync(int passages) => Gate = await EdgeProgram.StartAsync(Settings(passages), Cancel);

    /// <summary>Settings of the site's box.</summary>
    public EdgeSettings Settings(int passages) => new(Device, Folder("gate"), Url, passages) { Speed = 4, ClockFile = folder["clock"] };

    /// <summary>Sets the box's clock.</summary>
    /// <param name="by">How wrong it is then.</param>
    /// <param name="answeredBy">Who answers for it: <c>synced</c>, <c>rtc</c> or <c>estimated</c>.</param>
    public void SetClock(TimeSpan by, string answeredBy)
    {
        File.WriteAllText(folder["clock.new"], string.Create(CultureInfo.InvariantCulture, $"{(long)by.TotalSeconds} {answeredBy}"));
        File.Move(folder["clock.new"], folder["clock"], overwrite: true);
    }

    /// <summary>Waits until the box has written so many entries.</summary>
    public Task WrittenAsync(long entries) => Eventually.HoldsAsync(
        async () => (await Gate.StatusAsync(Cancel)).Written >= entries, $"{entries} entries written", Cancel);

    /// <summary>Waits until the crowd is through and the hub has everything.</summary>
    public Task HealedAsync() => Eventually.HoldsAsync(
        async () => await Gate.StatusAsync(Cancel) is { CrowdDone: true } status && status.Released == status.Written,
        "the crowd is through and everything is confirmed",
        TimeSpan.FromSeconds(90),
        Cancel);

    /// <summary>Holds journal and ledger against each other.</summary>
    public async Task<Judgement> JudgeAsync() => Judgement.Of(
        await Gate.JournalAsync(after: 0, Cancel),
        (await Gate.StatusAsync(Cancel)).Released,
        await Hub.LedgerAsync(Device, Cancel));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Gate.DisposeAsync();
        await Hub.DisposeAsync();
        await Broker.DisposeAsync();
        folder.Dispose();
    }

    string Folder(string name) => Directory.CreateDirectory(folder[name]).FullName;
}
