using System.Runtime.CompilerServices;
using Checkpoint.Passages;

namespace Checkpoint.Devices.Connected;

/// <summary>No buttons.</summary>
sealed class NoPanel : IOperatorPanel
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<OperatorAction> WatchAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancel);
        yield break;
    }
}
