using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Net.Sockets;
using Checkpoint.Devices;
using Checkpoint.Edge.Scanning;
using Checkpoint.Hosting.Configuration;
using Checkpoint.Hosting.Mqtt;
using Checkpoint.Hosting.Sqlite;
using Checkpoint.Journaling;
using Checkpoint.Sensing;

namespace Checkpoint.Edge.Check;

/// <summary><c>checkpoint-edge check</c>: one line a check, and how to mend what is wrong. Changes nothing.</summary>
static class EdgeCheck
{
    static readonly TimeSpan BrokerPatience = TimeSpan.FromSeconds(8);

    /// <summary>Runs every check.</summary>
    /// <returns>0 if all are good, 1 if one is not, 78 for a wrong configuration.</returns>
    public static async Task<int> RunAsync(string folder, TextWriter output, CancellationToken cancel)
    {
        EdgeConfiguration configuration;
        try
        {
            configuration = EdgeConfiguration.Load(folder);
        }
        catch (ConfigurationException error)
        {
            foreach (var problem in error.Problems)
                await output.WriteLineAsync($"FAIL  configuration  {problem}");
            return ConfigurationException.ExitCode;
        }

        List<CheckLine> lines =
        [
            new("configuration", Problem: null, ""),
            Journal(configuration),
            Keys(configuration),
            .. await DevicesAsync(configuration),
            await BrokerAsync(configuration, cancel),
            Port(configuration),
            Clock(),
        ];
        foreach (var line in lines)
            await output.WriteLineAsync(line.ToString());
        return lines.TrueForAll(line => line.Problem is null) ? 0 : 1;
    }

    static CheckLine Journal(EdgeConfiguration configuration)
    {
        const string name = "journal";
        const string mend = "Make the folder, and let the service's user write to it.";
        var path = configuration.Journal.Path;
        if (!File.Exists(path))
        {
            var parent = Path.GetDirectoryName(Path.GetFullPath(path))!;
            return new(name, Directory.Exists(parent) ? null : $"{parent} does not exist", mend);
        }

        try
        {
            using var store = SqliteStore.OpenReader(path);
            var verdict = store.Scalar<string>("PRAGMA quick_check(1)");
            var good = string.Equals(verdict, "ok", StringComparison.Ordinal);
            return new(name, good ? null : $"{path}: {verdict}", "Start the gate: it keeps the damaged file and begins a new one.");
        }
        catch (CorruptStoreException error)
        {
            return new(name, error.Message, "Start the gate: it keeps the damaged file and begins a new one.");
        }
        catch (IOException error)
        {
            return new(name, error.Message, mend);
        }
    }

    static CheckLine Keys(EdgeConfiguration configuration)
    {
        try
        {
            using var keys = IssuerKeys.Read(configuration.Passes.Keys!);
            return new("issuing keys", Problem: null, "");
        }
        catch (InvalidDataException error)
        {
            return new("issuing keys", error.Message, "Copy the keys from the hub.");
        }
    }

    static async Task<IReadOnlyList<CheckLine>> DevicesAsync(EdgeConfiguration configuration)
    {
        try
        {
            await using var devices = DeviceSet.Open(configuration.Devices, TimeProvider.System);
            var reading = devices.Thermometer.Read();
            return
            [
                new($"code reader ({devices.Decoder.Name})", Problem: null, ""),
                new(
                    "thermometer",
                    reading is ThermometerReading.Faulted { Fault: var fault } ? $"reports {fault}" : null,
                    "Check the cable and the address (0x5A)."),
            ];
        }
        catch (Exception error) when (error is ValidationException or FormatException or IOException or InvalidDataException or DllNotFoundException)
        {
            return [new("devices", error.Message, "Set section Devices, or install what is missing.")];
        }
    }

    static async Task<CheckLine> BrokerAsync(EdgeConfiguration configuration, CancellationToken cancel)
    {
        const string name = "broker";
        const string mend = "Check Mqtt:Broker, its password and the network; the gate works without it, entries wait.";
        var endpoint = BrokerEndpoint.Parse(configuration.Mqtt.Broker);
        using var link = new MosquittoLink(
            new(endpoint, $"{configuration.Device.Id}-check", SessionExpiry: TimeSpan.FromMinutes(1), Subscriptions: [], Will: null),
            TimeProvider.System);
        link.Connect();
        try
        {
            var answer = await link.Events.ReadAsync(cancel).AsTask().WaitAsync(BrokerPatience, TimeProvider.System, cancel);
            link.Disconnect(last: null);
            return new(name, answer is MqttEvent.Disconnected down ? $"{endpoint}: {down.Reason}" : null, mend);
        }
        catch (TimeoutException)
        {
            return new(name, $"{endpoint} does not answer", mend);
        }
    }

    static CheckLine Port(EdgeConfiguration configuration)
    {
        var listen = new Uri(configuration.Web.Listen);
        try
        {
            var address = IPAddress.TryParse(listen.Host, out var parsed) ? parsed : IPAddress.Loopback;
            using var listener = new TcpListener(address, listen.Port);
            listener.Start();
            return new("web port", Problem: null, "");
        }
        catch (SocketException error)
        {
            return new("web port", $"{configuration.Web.Listen}: {error.Message}", "If the gate is running, that is it; else set Web:Listen.");
        }
    }

    static CheckLine Clock()
    {
        var quality = new GateClock(TimeProvider.System).Quality;
        return new(
            $"clock ({quality})",
            quality == ClockQuality.Unknown ? "the clock is behind the program's own date" : null,
            "Set the clock, or connect to a time server once.");
    }
}
