using Checkpoint.Testing.Programs;
using Checkpoint.Testing.Programs.Clusters;

namespace Checkpoint.Testing.Chaos;

/// <summary>What boxes and hub meet at.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Nodes">One, or a cluster's.</param>
public sealed record ChaosBroker(string Name, IReadOnlyList<IBrokerNode> Nodes) : IAsyncDisposable
{
    /// <summary>The user name that it wants in the address, with an @ behind it; or nothing.</summary>
    public string User { get; init; } = "";

    /// <summary>Where its nodes speak MQTT.</summary>
    public IReadOnlyList<int> Ports => [.. Nodes.Select(node => node.Port)];

    /// <summary>Whether a node may be started again with nothing on its disk. A cluster would take it for a stranger.</summary>
    public bool CanForget { get; init; }

    /// <summary>mosquitto, which saves every few seconds, as one that is set up with some care does.</summary>
    /// <exception cref="InvalidOperationException">It is not installed, or did not start.</exception>
    public static async Task<ChaosBroker> MosquittoAsync(CancellationToken cancel)
    {
        var nodes = new List<IBrokerNode>();
        nodes.Add(await Broker.StartNewAsync(new() { Persistence = true, Extra = "autosave_interval 5" }, cancel));
        return new("mosquitto", nodes) { CanForget = true };
    }

    /// <summary>A cluster of NATS.</summary>
    public static Task<ChaosBroker> NatsAsync(CancellationToken cancel) => ClusterAsync("nats", user: "", BrokerCluster.NatsAsync, cancel);

    /// <summary>A cluster of RabbitMQ.</summary>
    public static Task<ChaosBroker> RabbitAsync(CancellationToken cancel) => ClusterAsync("rabbitmq", user: "", BrokerCluster.RabbitAsync, cancel);

    /// <summary>A cluster of ejabberd.</summary>
    public static Task<ChaosBroker> EjabberdAsync(CancellationToken cancel) =>
        ClusterAsync("ejabberd", EjabberdNodes.User, BrokerCluster.EjabberdAsync, cancel);

    List<BrokerCluster> Clusters { get; init; } = [];

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var node in Nodes)
            await node.DisposeAsync();
        foreach (var cluster in Clusters)
            await cluster.DisposeAsync();
    }

    static async Task<ChaosBroker> ClusterAsync(
        string name, string user, Func<CancellationToken, Task<BrokerCluster>> start, CancellationToken cancel)
    {
        var clusters = new List<BrokerCluster>();
        clusters.Add(await start(cancel));
        return new(name, clusters[0].Nodes) { User = user, Clusters = clusters };
    }
}
