using System.Globalization;
using System.Net;
using Checkpoint.Testing.Faults;
using Checkpoint.Testing.Programs;

namespace Checkpoint.Testing.Chaos;

/// <summary>A box of a site under chaos: a real checkpoint-edge with an endless crowd, and what can be done to it.</summary>
sealed class ChaosGate : IAsyncDisposable
{
    const int DiskMegabytes = 96;

    readonly string folder;

    ChaosGate(int index, string folder, IPAddress near, ChaosBroker broker, TimeProvider clock)
    {
        Name = NameOf(index);
        this.folder = folder;
        Line = FaultProxy.Open(near, broker.Ports, clock);
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its line to the broker.</summary>
    public FaultProxy Line { get; }

    /// <summary>The small disk of its journal, or null.</summary>
    public SmallDisk? Disk { get; private init; }

    /// <summary>The host that it runs on, or null for this one.</summary>
    public FarHost? Host { get; private init; }

    /// <summary>Its own wall clock, or null for this machine's.</summary>
    public SteppedClock? Clock { get; private init; }

    /// <summary>The program; null while it is being started.</summary>
    public EdgeProgram? Program { get; private set; }

    /// <summary>What its light showed.</summary>
    public string Recording => Path.Combine(folder, "lights");

    /// <summary>What it printed.</summary>
    public string LogFile => Path.Combine(folder, "edge.log");

    /// <summary>Makes the first box's disk small, gives the second a clock of its own, and puts the third on a host of its own.</summary>
    /// <param name="index">From 0.</param>
    /// <param name="folder">An empty folder.</param>
    /// <param name="broker">Where it connects to.</param>
    /// <param name="options">What is to go wrong.</param>
    /// <param name="clock">Time of the line's faults.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<ChaosGate> MakeAsync(
        int index, string folder, ChaosBroker broker, ChaosOptions options, TimeProvider clock, CancellationToken cancel)
    {
        var disk = Path.Combine(folder, "disk");
        Directory.CreateDirectory(disk);
        var host = index == 2 && options.Wants(ChaosFault.CableCut, ChaosFault.CableThrottled) && FarHost.IsPossible ? await FarHost.OpenAsync(cancel) : null;
        var small = index == 0 && options.Wants(ChaosFault.JournalDiskFull, ChaosFault.JournalReadOnly) && SmallDisk.IsPossible ? await SmallDisk.MountAsync(disk, DiskMegabytes, cancel) : null;
        return new(index, folder, host?.Near ?? IPAddress.Loopback, broker, clock)
        {
            Disk = small,
            Host = host,
            Clock = index == 1 && options.Wants(ChaosFault.ClockStepped) ? new(Path.Combine(folder, "clock"), clock) : null,
            User = broker.User,
        };
    }

    /// <summary>The name of the so manieth box.</summary>
    public static string NameOf(int index) => string.Create(CultureInfo.InvariantCulture, $"gate-{index + 1}");

    string User { get; init; } = "";

    /// <summary>Starts it, and waits until it answers.</summary>
    /// <param name="passages">People who come; 0 is without end.</param>
    /// <param name="speed">How many times faster than real time its clock runs.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task StartAsync(int passages, int speed, CancellationToken cancel) => Program = await EdgeProgram.StartAsync(
        new(Name, folder, $"mqtt://{User}{Line.Address}", passages)
        {
            Speed = speed,
            RandomSeed = Random.Shared.Next(1_000_000),
            Journal = Path.Combine(folder, "disk", "journal.db"),
            Host = Host?.Far.ToString() ?? "127.0.0.1",
            Launcher = Host?.Launcher ?? [],
            Further = Environment(),
        },
        cancel);

    /// <summary>Kills it.</summary>
    public async Task KillAsync()
    {
        if (Program is not { } program)
            return;
        Program = null;
        await program.Process.KillAsync();
        await program.DisposeAsync();
    }

    /// <summary>Stops it in order.</summary>
    public async Task StopAsync()
    {
        if (Program is not { } program)
            return;
        Program = null;
        await program.DisposeAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Line.DisposeAsync();
        if (Disk is not null)
            await Disk.DisposeAsync();
        if (Host is not null)
            await Host.DisposeAsync();
    }

    Dictionary<string, string> Environment() => new(Clock?.Environment ?? new Dictionary<string, string>(StringComparer.Ordinal), StringComparer.Ordinal)
    {
        ["CHECKPOINT_EDGE__Devices__Simulation__Recording"] = Recording,
    };
}
