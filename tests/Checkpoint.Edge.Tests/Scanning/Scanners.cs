using Checkpoint.Devices;
using Checkpoint.Devices.Pictures;
using Checkpoint.Edge.Operations;
using Checkpoint.Edge.Outbox;
using Checkpoint.Hosting.Health;
using Checkpoint.Scanning;
using Checkpoint.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Checkpoint.Edge.Scanning;

/// <summary>A scanner kept running as the gate does it, and frames for it.</summary>
sealed class Scanners : IAsyncDisposable
{
    readonly ScannerProcess process;

    public Scanners(ScannerStart start)
        : this(start, TimeProvider.System)
    {
    }

    public Scanners(ScannerStart start, TimeProvider time)
    {
        Outbox = new(GateClock.OfThisMachine(), NullLogger<OutboxInbox>.Instance);
        process = new(start, Status, Metrics, Outbox, time, NullLogger<ScannerProcess>.Instance);
    }

    /// <summary>A real picture with a real code.</summary>
    public static GreyFrame Code { get; } =
        GreyPng.ReadFile(System.IO.Path.Combine(DataFolder.RepositoryRoot(), "seeds", "demo", "codes", "pass-01.png"));

    /// <summary>A frame with nothing in it.</summary>
    public static GreyFrame Nothing { get; } = new(new byte[320 * 240], 320, 240, 320);

    public ScannerStatus Status { get; } = new();

    public GateMetrics Metrics { get; } = new(new Metrics());

    public OutboxInbox Outbox { get; }

    /// <summary>The process that reads now.</summary>
    public int? Id => process.Id;

    /// <summary>Hands over one frame.</summary>
    public ValueTask<FrameScan> ScanAsync(GreyFrame frame) => process.ScanAsync(frame);

    /// <summary>Hands over the code, frame after frame, until it is read.</summary>
    public async Task<Symbol> ReadAsync(CancellationToken cancel)
    {
        Symbol? read = null;
        await Eventually.HoldsAsync(async () => (read = (await ScanAsync(Code)).Symbol) is not null, "the code is read", cancel);
        return read!;
    }

    /// <summary>Hands over frame after frame until so many scanners are lost.</summary>
    public Task LoseAsync(int count, CancellationToken cancel) => Eventually.HoldsAsync(
        async () =>
        {
            await ScanAsync(Code);
            return Metrics.ScannersLost >= count;
        },
        "scanners are lost",
        cancel);

    /// <summary>A scanner that follows a script: says some bytes, and then does something.</summary>
    public static ScannerStart Script(TempFolder folder, byte[] says, string then)
    {
        var file = folder[System.IO.Path.GetRandomFileName()];
        File.WriteAllBytes(file, says);
        return new("/bin/sh", ["-c", $"/bin/cat {file}; {then}"]);
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();
}
