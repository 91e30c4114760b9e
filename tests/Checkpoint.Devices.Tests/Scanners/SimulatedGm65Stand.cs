using System.Text;
using Checkpoint.Devices.Simulated;

namespace Checkpoint.Devices.Scanners;

/// <summary>A simulated module.</summary>
sealed class SimulatedGm65Stand : ScannerStand
{
    static readonly byte[] Ending = "\r"u8.ToArray();

    readonly SimulatedGm65 module = new(TimeProvider.System, Ending);

    public override ICodeReader Reader => new Gm65Scanner(module, TimeProvider.System, Ending);

    public override Task ShowAsync(string code, CancellationToken cancel)
    {
        module.Show(Encoding.ASCII.GetBytes(code));
        return Task.CompletedTask;
    }

    public override void Unplug() => module.Unplug();

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
