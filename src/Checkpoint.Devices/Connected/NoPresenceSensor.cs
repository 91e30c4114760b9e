using System.Runtime.CompilerServices;

namespace Checkpoint.Devices.Connected;

/// <summary>Nothing that notices people: a passage begins with a code or a button, and ends with its time.</summary>
sealed class NoPresenceSensor : IPresenceSensor
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<PresenceEdge> WatchAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancel);
        yield break;
    }
}
