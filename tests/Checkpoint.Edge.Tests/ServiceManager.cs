using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;
using Checkpoint.Testing;

namespace Checkpoint.Edge;

/// <summary>What systemd is to a service: a datagram socket that hears how it is (sd_notify(3)).</summary>
sealed class ServiceManager : IAsyncDisposable
{
    readonly TempFolder folder = new();
    readonly Socket socket = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
    readonly CancellationTokenSource ending = new();
    readonly ConcurrentQueue<string> heard = new();
    readonly Task listening;

    public ServiceManager()
    {
        socket.Bind(new UnixDomainSocketEndPoint(folder["notify"]));
        listening = ListenAsync();
    }

    /// <summary>The environment of a service that must say every second that it is alive.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["NOTIFY_SOCKET"] = folder["notify"],
        ["WATCHDOG_USEC"] = "1000000",
    };

    /// <summary>Everything heard, oldest first.</summary>
    public IReadOnlyList<string> Heard => [.. heard];

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await listening;
        ending.Dispose();
        socket.Dispose();
        folder.Dispose();
    }

    async Task ListenAsync()
    {
        var buffer = new byte[4096];
        try
        {
            while (true)
                heard.Enqueue(Encoding.UTF8.GetString(buffer, 0, await socket.ReceiveAsync(buffer.AsMemory(), SocketFlags.None, ending.Token)));
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }
}
