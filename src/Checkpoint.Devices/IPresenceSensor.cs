namespace Checkpoint.Devices;

/// <summary>Tells when somebody stands at the gate.</summary>
public interface IPresenceSensor
{
    /// <summary>Every edge from now on, in order.</summary>
    IAsyncEnumerable<PresenceEdge> WatchAsync(CancellationToken cancel);
}
