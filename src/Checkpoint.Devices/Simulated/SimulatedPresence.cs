using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Checkpoint.Devices.Simulated;

/// <summary>A presence sensor that is told who comes and goes. One watcher.</summary>
public sealed class SimulatedPresence : IPresenceSensor
{
    /// <summary>Edges kept for a watcher that is late; at the limit, the next one waits for room.</summary>
    public const int Backlog = 64;

    readonly Channel<PresenceEdge> edges = Channel.CreateBounded<PresenceEdge>(Backlog);

    /// <summary>Somebody comes or goes.</summary>
    public ValueTask SenseAsync(PresenceEdge edge, CancellationToken cancel) => edges.Writer.WriteAsync(edge, cancel);

    /// <inheritdoc/>
    public async IAsyncEnumerable<PresenceEdge> WatchAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        while (true)
            yield return await edges.Reader.ReadAsync(cancel);
    }
}
