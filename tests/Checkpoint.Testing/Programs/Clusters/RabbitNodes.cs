using System.Globalization;

namespace Checkpoint.Testing.Programs.Clusters;

/// <summary>How nodes of RabbitMQ are started (https://www.rabbitmq.com/docs/3.10/clustering, …/mqtt).</summary>
static class RabbitNodes
{
    const string Program = "/usr/lib/rabbitmq/bin/rabbitmq-server";

    /// <summary>Writes the nodes' configuration.</summary>
    /// <param name="folder">An empty folder.</param>
    /// <param name="epmd">Port of Erlang's name server.</param>
    public static IReadOnlyList<ServerCommand> Make(string folder, int epmd) =>
        [.. Enumerable.Range(0, BrokerCluster.Size).Select(node => Make(Path.Combine(folder, ErlangNodes.Text(node)), node, epmd))];

    static ServerCommand Make(string home, int node, int epmd)
    {
        Directory.CreateDirectory(home);
        var mqtt = FreePort.Next();
        var peers = Enumerable.Range(0, BrokerCluster.Size)
            .Select(peer => string.Create(CultureInfo.InvariantCulture, $"cluster_formation.classic_config.nodes.{peer + 1} = {ErlangNodes.NameOf(peer)}"));
        File.WriteAllText(Path.Combine(home, "rabbitmq.conf"), string.Create(CultureInfo.InvariantCulture, $"""
            listeners.tcp.1 = 127.0.0.1:{FreePort.Next()}
            mqtt.listeners.tcp.1 = 127.0.0.1:{mqtt}
            mqtt.allow_anonymous = true
            mqtt.durable_queue_type = quorum
            cluster_formation.peer_discovery_backend = classic_config
            {string.Join('\n', peers)}

            """));
        File.WriteAllText(Path.Combine(home, "plugins"), "[rabbitmq_mqtt].\n");
        return new([Program], mqtt, Path.Combine(home, "log"))
        {
            Environment = new Dictionary<string, string>(ErlangNodes.Environment(home, epmd), StringComparer.Ordinal)
            {
                ["RABBITMQ_NODENAME"] = ErlangNodes.NameOf(node),
                ["RABBITMQ_DIST_PORT"] = ErlangNodes.Text(FreePort.Next()),
                ["RABBITMQ_CONFIG_FILE"] = Path.Combine(home, "rabbitmq.conf"),
                ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(home, "plugins"),
                ["RABBITMQ_MNESIA_BASE"] = Path.Combine(home, "mnesia"),
                ["RABBITMQ_LOG_BASE"] = Path.Combine(home, "logs"),
                ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = $"-setcookie {ErlangNodes.Cookie}",
                ["RABBITMQ_CONF_ENV_FILE"] = "/dev/null",
            },
        };
    }
}
