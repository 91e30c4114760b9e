using System.Globalization;
using Checkpoint.Testing;
using Checkpoint.Testing.Faults;
using Checkpoint.Testing.Programs;

namespace Checkpoint.Lab.Bench.Faults;

/// <summary>A gate on a processor, a disk and a cable of its own; broker, hub and this program on the other processor. Closes in reverse order.</summary>
sealed class FaultSite : IAsyncDisposable
{
    const string Device = "gate-timed";
    const int GateProcessor = 0;
    const int OtherProcessor = 1;
    const int HubMegabytes = 6144;
    const int WarmEntries = 400; // a minute of people: what runs often is compiled, what is needed is in memory

    static readonly TimeSpan Patience = TimeSpan.FromMinutes(12); // a truce with another box of the same name included

    readonly Stack<IAsyncDisposable> open = new();
    readonly TempFolder folder = new();
    readonly FaultsOptions options;

    FaultSite(FaultsOptions options) => this.options = options;

    /// <summary>The gate.</summary>
    public EdgeProgram Gate { get; private set; } = null!;

    /// <summary>Its line.</summary>
    public FaultProxy Line { get; private set; } = null!;

    /// <summary>Its cable.</summary>
    public FarHost Host { get; private set; } = null!;

    /// <summary>Its disk.</summary>
    public ImageDisk Disk { get; private set; } = null!;

    /// <summary>Whether this user may set one up, and has the tools and two processors.</summary>
    public static bool IsPossible => ImageDisk.IsPossible && FarHost.IsPossible && Environment.ProcessorCount > 1;

    /// <summary>Starts everything; people come to the gate from now on.</summary>
    /// <exception cref="InvalidOperationException">A program or a tool failed.</exception>
    public static async Task<FaultSite> StartAsync(FaultsOptions options, CancellationToken cancel)
    {
        var site = new FaultSite(options);
        try
        {
            await site.StartAsync(cancel);
            return site;
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until so many have passed that the gate runs as it will.</summary>
    public Task WarmAsync(CancellationToken cancel) => Eventually.HoldsAsync(
        async () => await TryStatusAsync(cancel) is { Written: >= WarmEntries }, "the first people have passed", Patience, cancel);

    /// <summary>Waits until the gate is as in calm: its link is up, the hub has confirmed nearly everything, and its reserve is there.</summary>
    public Task SettleAsync(CancellationToken cancel) => Eventually.HoldsAsync(
        async () => await TryStatusAsync(cancel) is { Broker: true } status
            && status.Written - status.Released < FaultsOptions.DrainedBelow / 10
            && File.Exists(Path.Combine(Disk.Folder, "journal.db.reserve")),
        "the gate is well again",
        Patience,
        cancel);

    /// <summary>
    /// Moves the gate's code reader to the other processor: a box has four, and at many times real time as many times the frames are read. A new
    /// one, after a loss, begins beside the gate again.
    /// </summary>
    /// <returns>Its process.</returns>
    public async Task<int> PlaceReaderAsync(CancellationToken cancel)
    {
        await Eventually.HoldsAsync(() => ScannerChildren.Of(Gate.Process.Id).Count > 0, "the code reader is there", cancel);
        var reader = ScannerChildren.Of(Gate.Process.Id)[0];
        await ProcessorShare.MoveAsync(reader, OtherProcessor, cancel);
        await ProcessorShare.NiceAsync(reader, cancel);
        return reader;
    }

    /// <summary>Whether the code reader is still the same.</summary>
    public bool Reads(int reader) => ScannerChildren.Of(Gate.Process.Id) is [var now] && now == reader;

    /// <summary>Waits until the gate's link is up.</summary>
    public Task LinkedAsync(CancellationToken cancel) =>
        Eventually.HoldsAsync(async () => await TryStatusAsync(cancel) is { Broker: true }, "the gate's link is up", Patience, cancel);

    /// <summary>Adds entries that wait for the hub.</summary>
    public async Task GrowAsync(int entries, CancellationToken cancel)
    {
        const int atOnce = 20_000; // a page is waited for a minute
        for (var left = entries; left > 0; left -= atOnce)
            await Gate.TextAsync(string.Create(CultureInfo.InvariantCulture, $"{TimedGate.BacklogPath}?entries={Math.Min(left, atOnce)}"), cancel);
    }

    /// <summary>What the gate has timed since this was last asked.</summary>
    public async Task<IReadOnlyList<GateTiming>> TakeTimesAsync(CancellationToken cancel) =>
        [.. (await Gate.TextAsync(TimedGate.TimesPath, cancel)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(GateTiming.Parse)];

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        while (open.TryPop(out var part))
            await part.DisposeAsync();
        folder.Dispose();
    }

    async Task StartAsync(CancellationToken cancel)
    {
        // What is started from here on stays there, and gives way to the code reader and to the kernel's threads that a flush waits for.
        await ProcessorShare.MoveAsync(Environment.ProcessId, OtherProcessor, cancel);
        await ProcessorShare.IdleAsync(Environment.ProcessId, cancel);
        var image = Path.Combine(options.Disk, $"checkpoint-{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}.img");
        Disk = Keep(await ImageDisk.MountAsync(image, Folder("disk"), FaultsOptions.DiskMegabytes, cancel));
        await Disk.KeepToAsync(GateProcessor, cancel);
        Host = Keep(await FarHost.OpenAsync(cancel));
        var broker = Keep(await Broker.StartNewAsync(new(), cancel));
        Keep(await SmallDisk.MountAsync(Folder("hub"), HubMegabytes, cancel)); // the hub's own disk, which is not the gate's
        Keep(await HubProgram.StartAsync(new(Folder("hub"), string.Create(CultureInfo.InvariantCulture, $"mqtt://127.0.0.1:{broker.Port}"), [Device]), cancel));
        Line = FaultProxy.Open(Host.Near, [broker.Port], TimeProvider.System);
        Keep(Line);
        Gate = Keep(await EdgeProgram.StartAsync(
            new(Device, Folder("gate"), $"mqtt://{Line.Address}", Passages: 0)
            {
                Speed = options.Speed,
                Journal = Path.Combine(Disk.Folder, "journal.db"),
                Host = Host.Far.ToString(),
                Program = TimedGate.Program,
                Launcher = [.. ProcessorShare.UnyieldingLauncher, .. ProcessorShare.Launcher(GateProcessor), .. Host.Launcher],
            },
            cancel));
    }

    async Task<EdgeStatus?> TryStatusAsync(CancellationToken cancel)
    {
        try
        {
            return await Gate.StatusAsync(cancel);
        }
        catch (HttpRequestException)
        {
            return null; // the cable has only just been mended
        }
    }

    string Folder(string name) => Directory.CreateDirectory(folder[name]).FullName;

    T Keep<T>(T part)
        where T : IAsyncDisposable
    {
        open.Push(part);
        return part;
    }
}
