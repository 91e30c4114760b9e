using System.Net;
using System.Net.Sockets;

namespace Checkpoint.Hosting.Mqtt;

/// <summary>A broker at the level of bytes, for what mosquitto never says: one script per connection, in turn.</summary>
sealed class ScriptedPeer : IAsyncDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource stop = new();
    readonly Task serving;

    public ScriptedPeer(params Func<ScriptedPeer, NetworkStream, Task>[] scripts)
    {
        listener.Start();
        serving = ServeAsync(scripts);
    }

    public BrokerEndpoint Endpoint => new("127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port, null, null);

    /// <summary>The protocol version of each CONNECT that came.</summary>
    public List<int> Versions { get; } = [];

    /// <summary>Reads CONNECT, says some bytes, and hangs up.</summary>
    public static Func<ScriptedPeer, NetworkStream, Task> Refuse(params byte[] answer) => async (peer, stream) =>
    {
        await peer.ReadConnectAsync(stream);
        await stream.WriteAsync(answer, peer.stop.Token);
    };

    /// <summary>Reads CONNECT and as many packets as there are further answers, answering each, and then listens on.</summary>
    public static Func<ScriptedPeer, NetworkStream, Task> Answer(params byte[][] answers) => async (peer, stream) =>
    {
        await peer.ReadConnectAsync(stream);
        await stream.WriteAsync(answers[0], peer.stop.Token);
        foreach (var answer in answers.Skip(1))
        {
            await peer.ReadPacketAsync(stream);
            await stream.WriteAsync(answer, peer.stop.Token);
        }

        while (await peer.ReadPacketAsync(stream) is { Length: > 0 })
        {
            // Nothing more to say.
        }
    };

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await serving;
        listener.Dispose();
        stop.Dispose();
    }

    async Task ServeAsync(Func<ScriptedPeer, NetworkStream, Task>[] scripts)
    {
        try
        {
            foreach (var script in scripts)
            {
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                await script(this, client.GetStream());
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // The test is over, or the link hung up.
        }
    }

    async Task ReadConnectAsync(NetworkStream stream)
    {
        // MQTT 5, 3.1.2: length and "MQTT" are six bytes, then the version.
        var connect = await ReadPacketAsync(stream);
        Versions.Add(connect[6]);
    }

    /// <summary>One packet without its fixed header; empty at the end of the stream.</summary>
    async Task<byte[]> ReadPacketAsync(NetworkStream stream)
    {
        var header = new byte[2];
        if (await stream.ReadAtLeastAsync(header, 2, throwOnEndOfStream: false, stop.Token) < 2)
            return [];
        header[1].ShouldBeLessThan((byte)0x80, "the tests' packets are shorter than 128 bytes");
        var body = new byte[header[1]];
        await stream.ReadExactlyAsync(body, stop.Token);
        return body;
    }
}
