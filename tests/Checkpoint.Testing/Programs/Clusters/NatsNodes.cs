using System.Globalization;

namespace Checkpoint.Testing.Programs.Clusters;

/// <summary>How nodes of NATS are started (https://docs.nats.io/running-a-nats-service/configuration/mqtt).</summary>
static class NatsNodes
{
    /// <summary>Writes the nodes' configuration.</summary>
    /// <param name="folder">An empty folder.</param>
    /// <param name="epmd">Not used.</param>
    public static IReadOnlyList<ServerCommand> Make(string folder, int epmd)
    {
        var routes = Enumerable.Range(0, BrokerCluster.Size).Select(_ => FreePort.Next()).ToList();
        return [.. routes.Select((route, node) => Make(Path.Combine(folder, ErlangNodes.Text(node)), node, route, routes))];
    }

    static ServerCommand Make(string home, int node, int route, List<int> routes)
    {
        Directory.CreateDirectory(home);
        var mqtt = FreePort.Next();
        var file = Path.Combine(home, "nats.conf");
        File.WriteAllText(file, string.Create(CultureInfo.InvariantCulture, $$"""
            server_name: n{{node}}
            listen: "127.0.0.1:{{FreePort.Next()}}"
            jetstream { store_dir: "{{home}}", max_memory_store: 256MB, max_file_store: 2GB }
            cluster { name: checkpoint, listen: "127.0.0.1:{{route}}", routes: [{{string.Join(", ", routes.Select(port => $"\"nats://127.0.0.1:{ErlangNodes.Text(port)}\""))}}] }
            mqtt { listen: "127.0.0.1:{{mqtt}}", stream_replicas: 3 }

            """));
        return new(["nats-server", "-c", file], mqtt, Path.Combine(home, "log"));
    }
}
