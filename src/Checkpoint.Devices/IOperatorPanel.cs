using Checkpoint.Passages;

namespace Checkpoint.Devices;

/// <summary>The volunteer's buttons.</summary>
public interface IOperatorPanel
{
    /// <summary>Every action from now on, in order.</summary>
    IAsyncEnumerable<OperatorAction> WatchAsync(CancellationToken cancel);
}
