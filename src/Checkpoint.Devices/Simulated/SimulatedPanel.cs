using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Checkpoint.Passages;

namespace Checkpoint.Devices.Simulated;

/// <summary>Buttons that are pressed by a script. One watcher.</summary>
public sealed class SimulatedPanel : IOperatorPanel
{
    /// <summary>Actions kept for a watcher that is late; at the limit, the next one waits for room.</summary>
    public const int Backlog = 16;

    readonly Channel<OperatorAction> actions = Channel.CreateBounded<OperatorAction>(Backlog);

    /// <summary>The volunteer presses a button.</summary>
    public ValueTask PressAsync(OperatorAction action, CancellationToken cancel) => actions.Writer.WriteAsync(action, cancel);

    /// <inheritdoc/>
    public async IAsyncEnumerable<OperatorAction> WatchAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        while (true)
            yield return await actions.Reader.ReadAsync(cancel);
    }
}
