using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Checkpoint.Testing;

namespace Checkpoint.EndToEnd;

/// <summary>Everything that passes a broker, as one who listens hears it (Debian's package mosquitto-clients).</summary>
sealed class BrokerTap : IAsyncDisposable
{
    readonly Process process;
    readonly ConcurrentQueue<string> lines = new();

    BrokerTap(Process process) => this.process = process;

    /// <summary>What was heard.</summary>
    public string Heard => string.Join('\n', lines);

    /// <summary>Listens.</summary>
    public static BrokerTap Start(Broker broker)
    {
        var start = new ProcessStartInfo("mosquitto_sub", ["-h", "127.0.0.1", "-p", broker.Port.ToString(CultureInfo.InvariantCulture), "-t", "#", "-v"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        var tap = new BrokerTap(new() { StartInfo = start });
        tap.process.OutputDataReceived += (_, line) => tap.lines.Enqueue(line.Data ?? "");
        tap.process.Start();
        tap.process.BeginOutputReadLine();
        return tap;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
