using Checkpoint.Devices;

namespace Checkpoint.Edge.Scanning;

/// <summary>No camera: codes come from scanners on a wire.</summary>
sealed class NoCamera : ICamera
{
    /// <inheritdoc/>
    public async ValueTask<GreyFrame> NextAsync(CancellationToken cancel)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancel);
        throw new System.Diagnostics.UnreachableException();
    }
}
