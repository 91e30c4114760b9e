using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Checkpoint.Hosting.Mqtt;
using Checkpoint.Testing.Programs;

namespace Checkpoint.Testing;

/// <summary>A real mosquitto on a free port of loopback. It keeps its port and its folder over stops, kills and starts.</summary>
public sealed class Broker : IBrokerNode
{
    const string Binary = "/usr/sbin/mosquitto";

    readonly TempFolder folder = new();
    Process? process;

    Broker() => Port = FreePort.Next();

    /// <summary>Its port.</summary>
    public int Port { get; }

    /// <inheritdoc/>
    public int ProcessId => process!.Id;

    /// <summary>What it has written to its log.</summary>
    public string Log => File.Exists(folder["log"]) ? File.ReadAllText(folder["log"]) : "";

    /// <summary>Starts one, and waits until it takes connections.</summary>
    /// <exception cref="InvalidOperationException">mosquitto is not installed, or did not start.</exception>
    public static async Task<Broker> StartNewAsync(BrokerOptions options, CancellationToken cancel)
    {
        var broker = new Broker();
        await broker.ConfigureAsync(options, cancel);
        await broker.StartAsync(cancel);
        return broker;
    }

    /// <summary>Where it listens, for a user of it.</summary>
    public BrokerEndpoint Endpoint(string? user = null, string? password = null) => new("127.0.0.1", Port, user, password);

    /// <summary>Starts it again after a stop or a kill.</summary>
    public async Task StartAsync(CancellationToken cancel)
    {
        process = Run("setsid", [File.Exists(Binary) ? Binary : "mosquitto", "-c", folder["mosquitto.conf"]]);
        await Eventually.HoldsAsync(AcceptsAsync, $"mosquitto accepts on port {Port}\n{Log}", cancel);
    }

    /// <summary>Stops it with SIGTERM, which has it write its persistence file, and waits for its end.</summary>
    public async Task StopAsync(CancellationToken cancel)
    {
        if (process is null)
            return;
        await ProcessSignal.TerminateAsync(process.Id, cancel);
        await EndAsync(cancel);
    }

    /// <summary>Stops it with SIGKILL: nothing is written, nobody is told.</summary>
    public async Task KillAsync(CancellationToken cancel)
    {
        process?.Kill();
        await EndAsync(cancel);
    }

    /// <summary>Freezes it with SIGSTOP: connections stay and nothing answers, as when its machine hangs.</summary>
    public Task PauseAsync(CancellationToken cancel) => ProcessSignal.FreezeAsync(process!.Id, cancel);

    /// <inheritdoc/>
    public void Forget() => File.Delete(folder["mosquitto.db"]);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await KillAsync(CancellationToken.None);
        folder.Dispose();
    }

    async Task EndAsync(CancellationToken cancel)
    {
        if (process is null)
            return;
        await process.WaitForExitAsync(cancel);
        process.Dispose();
        process = null;
    }

    async Task ConfigureAsync(BrokerOptions options, CancellationToken cancel)
    {
        // "user root" keeps mosquitto from giving up the right to read this folder; for anyone else it has no effect.
        var text = string.Create(CultureInfo.InvariantCulture, $"""
            listener {Port} 127.0.0.1
            user root
            allow_anonymous {(options.Users.Count == 0 ? "true" : "false")}
            max_inflight_messages {options.MaxInflight}
            max_queued_messages {options.MaxQueued}
            set_tcp_nodelay true
            persistence {(options.Persistence ? "true" : "false")}
            persistence_location {folder.Path}/
            log_dest file {folder["log"]}
            {options.Extra}

            """);
        if (options.Users.Count > 0)
            text += $"password_file {await WritePasswordsAsync(options.Users, cancel)}\n";
        if (options.Acl is { } acl)
        {
            await File.WriteAllTextAsync(folder["acl"], acl, cancel);
            text += $"acl_file {folder["acl"]}\n";
        }

        await File.WriteAllTextAsync(folder["mosquitto.conf"], text, cancel);
    }

    async Task<string> WritePasswordsAsync(IReadOnlyDictionary<string, string> users, CancellationToken cancel)
    {
        var path = folder["passwords"];
        await File.WriteAllLinesAsync(path, users.Select(u => $"{u.Key}:{u.Value}"), cancel);
        using var hashing = Run("mosquitto_passwd", ["-U", path]);
        await hashing.WaitForExitAsync(cancel);
        return path;
    }

    async Task<bool> AcceptsAsync()
    {
        if (process is null or { HasExited: true })
            throw new InvalidOperationException($"mosquitto did not start:\n{Log}");
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    static Process Run(string program, IEnumerable<string> arguments)
    {
        try
        {
            // It logs to a file; what little goes to the console would only disturb the test run's.
            return Process.Start(new ProcessStartInfo(program, arguments)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException($"{program} does not run here: install Debian's package 'mosquitto'.", e);
        }
    }
}
