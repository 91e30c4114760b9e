namespace Checkpoint.Testing.Programs.Clusters;

/// <summary>Three nodes of a broker on loopback, private to this process, in a folder of their own.</summary>
public sealed class BrokerCluster : IAsyncDisposable
{
    /// <summary>Nodes of a cluster: the least that outlives one of them with a majority.</summary>
    public const int Size = 3;

    readonly TempFolder folder = new();
    readonly List<ServerNode> nodes = [];
    ServerNode? names;

    BrokerCluster()
    {
    }

    /// <summary>The nodes.</summary>
    public IReadOnlyList<IBrokerNode> Nodes => nodes;

    /// <summary>nats-server with JetStream, every stream on all three (Debian's package nats-server; MQTT 3.1.1).</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">It is not installed.</exception>
    public static Task<BrokerCluster> NatsAsync(CancellationToken cancel) => StartAsync(NatsNodes.Make, withNames: false, cancel);

    /// <summary>RabbitMQ with quorum queues (Debian's package rabbitmq-server; MQTT 3.1.1).</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">It is not installed.</exception>
    public static Task<BrokerCluster> RabbitAsync(CancellationToken cancel) => StartAsync(RabbitNodes.Make, withNames: true, cancel);

    /// <summary>ejabberd, which keeps messages in memory only (Debian's package ejabberd; MQTT 5).</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">It is not installed.</exception>
    public static Task<BrokerCluster> EjabberdAsync(CancellationToken cancel) => StartAsync(EjabberdNodes.Make, withNames: true, cancel);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var node in nodes)
            await node.DisposeAsync();
        if (names is not null)
            await names.DisposeAsync();
        folder.Dispose();
    }

    static async Task<BrokerCluster> StartAsync(Func<string, int, IReadOnlyList<ServerCommand>> make, bool withNames, CancellationToken cancel)
    {
        var cluster = new BrokerCluster();
        var epmd = FreePort.Next();
        if (withNames)
            await cluster.StartNamesAsync(epmd, cancel);

        // One after another: RabbitMQ's nodes never find a leader if they start together.
        foreach (var command in make(cluster.folder.Path, epmd))
        {
            cluster.nodes.Add(new(command));
            await cluster.nodes[^1].StartAsync(cancel);
        }

        return cluster;
    }

    // Erlang's name server; left to itself, a node starts one that outlives it (epmd(1)).
    Task StartNamesAsync(int port, CancellationToken cancel)
    {
        names = new(new(["epmd", "-port", ErlangNodes.Text(port)], port, folder["epmd.log"]));
        return names.StartAsync(cancel);
    }
}
