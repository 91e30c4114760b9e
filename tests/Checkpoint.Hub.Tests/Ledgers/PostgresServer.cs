using System.Diagnostics;
using Checkpoint.Testing;
using Npgsql;

namespace Checkpoint.Hub.Ledgers;

/// <summary>A private PostgreSQL server on a Unix socket in a folder of its own; stopped and gone at the end.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    /// <summary>Why tests are skipped where there is none.</summary>
    public const string WhySkipped = "No PostgreSQL server here: install Debian's package 'postgresql'.";

    const string Versions = "/usr/lib/postgresql";

    readonly TempFolder folder = new();
    int databases;

    /// <summary>Whether PostgreSQL is installed, and the server runs.</summary>
    public bool IsRunning { get; private set; }

    public async ValueTask InitializeAsync()
    {
        if (Programs() is null)
            return;
        if (Environment.IsPrivilegedProcess)
            await RunAsync("chown", ["postgres", folder.Path]);
        await RunAsOwnerAsync("initdb", ["-D", folder["data"], "-A", "trust", "-U", "postgres", "--no-instructions"]);
        await RunAsOwnerAsync("pg_ctl", ["-D", folder["data"], "-w", "-l", folder["log"], "-o", $"-k {folder.Path} -c listen_addresses=''", "start"]);
        IsRunning = true;
    }

    /// <summary>The connection string of a new, empty database.</summary>
    public async Task<string> NewDatabaseAsync(CancellationToken cancel)
    {
        var name = $"hub{Interlocked.Increment(ref databases)}";
        await using var source = NpgsqlDataSource.Create(Connection("postgres"));
        await using var command = source.CreateCommand($"CREATE DATABASE {name}");
        await command.ExecuteNonQueryAsync(cancel);
        return Connection(name);
    }

    /// <summary>Stops it at once, as a power cut would.</summary>
    public Task KillAsync() => RunAsOwnerAsync("pg_ctl", ["-D", folder["data"], "-w", "-m", "immediate", "stop"]);

    /// <summary>Starts it again.</summary>
    public Task StartAsync() =>
        RunAsOwnerAsync("pg_ctl", ["-D", folder["data"], "-w", "-l", folder["log"], "-o", $"-k {folder.Path} -c listen_addresses=''", "start"]);

    public async ValueTask DisposeAsync()
    {
        if (IsRunning)
            await KillAsync();
        folder.Dispose();
    }

    string Connection(string database) => $"Host={folder.Path};Username=postgres;Database={database}";

    static string? Programs() => Directory.Exists(Versions)
        ? Directory.GetDirectories(Versions).Select(version => Path.Combine(version, "bin")).LastOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")))
        : null;

    // The server refuses to run as root.
    static Task RunAsOwnerAsync(string program, string[] arguments)
    {
        var path = Path.Combine(Programs()!, program);
        return Environment.IsPrivilegedProcess
            ? RunAsync("runuser", ["-u", "postgres", "--", path, .. arguments])
            : RunAsync(path, arguments);
    }

    static async Task RunAsync(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, WorkingDirectory = "/" };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }
}
