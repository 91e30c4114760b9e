using System.Globalization;

namespace Checkpoint.Testing.Programs.Clusters;

/// <summary>How nodes of ejabberd are started (https://docs.ejabberd.im/admin/configuration/modules/#mod-mqtt).</summary>
static class EjabberdNodes
{
    /// <summary>Whoever comes needs some name at this host, and some password.</summary>
    public const string User = "site%40localhost:any@";

    const string Libraries = "/usr/lib/x86_64-linux-gnu";

    /// <summary>Writes the nodes' configuration.</summary>
    /// <param name="folder">An empty folder.</param>
    /// <param name="epmd">Port of Erlang's name server.</param>
    public static IReadOnlyList<ServerCommand> Make(string folder, int epmd) =>
        [.. Enumerable.Range(0, BrokerCluster.Size).Select(node => Make(Path.Combine(folder, ErlangNodes.Text(node)), node, epmd))];

    static ServerCommand Make(string home, int node, int epmd)
    {
        Directory.CreateDirectory(home);
        var mqtt = FreePort.Next();
        var file = Path.Combine(home, "ejabberd.yml");
        File.WriteAllText(file, string.Create(CultureInfo.InvariantCulture, $"""
            hosts: [localhost]
            loglevel: warning
            listen:
              - {"{"}port: {mqtt}, ip: "127.0.0.1", module: mod_mqtt, backlog: 1000{"}"}
            auth_method: [anonymous]
            anonymous_protocol: login_anon
            allow_multiple_connections: true
            modules:
              mod_mqtt: {"{}"}

            """));
        return new(Command(home, node), mqtt, Path.Combine(home, "log"))
        {
            AtFirst = node == 0 ? [] : ["-eval", $"ejabberd_cluster:join('{ErlangNodes.NameOf(0)}')."],
            Environment = new Dictionary<string, string>(ErlangNodes.Environment(home, epmd), StringComparer.Ordinal)
            {
                ["EJABBERD_CONFIG_PATH"] = file,
                ["EJABBERD_LOG_PATH"] = Path.Combine(home, "ejabberd.log"),
                ["ERL_LIBS"] = Libraries,
            },
        };
    }

    static string[] Command(string home, int node) =>
        ["erl", "-noinput", "-sname", ErlangNodes.NameOf(node), "-setcookie", ErlangNodes.Cookie, "-mnesia", "dir", $"\"{Path.Combine(home, "mnesia")}\"", "-s", "ejabberd"];
}
