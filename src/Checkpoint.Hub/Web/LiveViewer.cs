using System.Net.ServerSentEvents;
using System.Threading.Channels;

namespace Checkpoint.Hub.Web;

/// <summary>One open page.</summary>
/// <param name="leave">Called when it goes.</param>
sealed class LiveViewer(Action<LiveViewer> leave) : IDisposable
{
    /// <summary>Events that wait for a slow page; the oldest are dropped, and the next summary puts the numbers right.</summary>
    public const int MaxWaiting = 128;

    readonly Channel<SseItem<string>> waiting = Channel.CreateBounded<SseItem<string>>(
        new BoundedChannelOptions(MaxWaiting) { SingleReader = true, FullMode = BoundedChannelFullMode.DropOldest });

    /// <summary>Adds an event.</summary>
    public void Show(SseItem<string> happened) => waiting.Writer.TryWrite(happened);

    /// <summary>Ends the stream after what waits.</summary>
    public void Close() => waiting.Writer.TryComplete();

    /// <summary>First what is already known, then what happens, until closed.</summary>
    public async IAsyncEnumerable<SseItem<string>> WatchAsync(
        IReadOnlyList<SseItem<string>> known, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var item in known)
            yield return item;
        await foreach (var item in waiting.Reader.ReadAllAsync(cancel))
            yield return item;
    }

    public void Dispose() => leave(this);
}
