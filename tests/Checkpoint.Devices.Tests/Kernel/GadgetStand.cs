using Checkpoint.Devices.Scanners;

namespace Checkpoint.Devices.Kernel;

/// <summary>A scanner on a virtual port that is plugged in.</summary>
sealed class GadgetStand : ScannerStand
{
    readonly LinuxSerialLine line = LinuxSerialLine.Open(GadgetScanner.Port, 115200);

    public GadgetStand() => Reader = new SerialScanner(line, TimeProvider.System, "\r"u8.ToArray());

    public override ICodeReader Reader { get; }

    public override Task ShowAsync(string code, CancellationToken cancel) => GadgetScanner.SendAsync(code, cancel);

    public override void Unplug() => GadgetScanner.Unplug();

    public override ValueTask DisposeAsync()
    {
        line.Dispose();
        return ValueTask.CompletedTask;
    }
}
