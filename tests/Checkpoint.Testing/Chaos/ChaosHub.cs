using System.Net;
using Checkpoint.Testing.Faults;
using Checkpoint.Testing.Programs;

namespace Checkpoint.Testing.Chaos;

/// <summary>The hub of a site under chaos: a real checkpoint-hub, its ledger on a small disk if this user may mount one.</summary>
sealed class ChaosHub : IAsyncDisposable
{
    const int DiskMegabytes = 64;

    readonly HubSettings settings;

    ChaosHub(string folder, ChaosBroker broker, ChaosOptions options, TimeProvider clock)
    {
        Line = FaultProxy.Open(IPAddress.Loopback, broker.Ports, clock);
        settings = new(folder, $"mqtt://{broker.User}{Line.Address}", [.. Enumerable.Range(0, options.Gates).Select(ChaosGate.NameOf)])
        {
            Ledger = options.HubDb ?? $"Data Source={Path.Combine(folder, "disk", "ledger.db")}",
        };
    }

    /// <summary>Its line to the broker.</summary>
    public FaultProxy Line { get; }

    /// <summary>The small disk of its ledger, or null.</summary>
    public SmallDisk? Disk { get; private init; }

    /// <summary>The program; null while it is being started.</summary>
    public HubProgram? Program { get; private set; }

    /// <summary>Makes it, without starting it.</summary>
    public static async Task<ChaosHub> MakeAsync(string folder, ChaosBroker broker, ChaosOptions options, TimeProvider clock, CancellationToken cancel)
    {
        var disk = Path.Combine(folder, "disk");
        Directory.CreateDirectory(disk);
        var isSmall = options.HubDb is null && options.Wants(ChaosFault.LedgerDiskFull) && SmallDisk.IsPossible;
        var small = isSmall ? await SmallDisk.MountAsync(disk, DiskMegabytes, cancel) : null;
        return new(folder, broker, options, clock) { Disk = small };
    }

    /// <summary>Starts it, and waits until it answers.</summary>
    public async Task StartAsync(CancellationToken cancel) => Program = await HubProgram.StartAsync(settings, cancel);

    /// <summary>Kills it.</summary>
    public async Task KillAsync()
    {
        if (Program is not { } program)
            return;
        Program = null;
        await program.Process.KillAsync();
        await program.DisposeAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Program is not null)
            await Program.DisposeAsync();
        await Line.DisposeAsync();
        if (Disk is not null)
            await Disk.DisposeAsync();
    }
}
