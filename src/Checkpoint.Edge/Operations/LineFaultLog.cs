using System.Collections.Immutable;
using Checkpoint.Devices.Connected;

namespace Checkpoint.Edge.Operations;

/// <summary>Tells the log of every fault of lights, sensors, buttons and the loudspeaker, as long as they live; the devices mend themselves.</summary>
sealed class LineFaultLog(ImmutableArray<GateLines> lines, ILogger<LineFaultLog> log) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var line in lines)
            line.Faults.Happened += (_, fault) => log.DeviceFailed(fault.Error, line.Device, fault.RetryIn);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
