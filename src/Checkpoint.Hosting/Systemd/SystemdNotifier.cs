using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Checkpoint.Hosting.Systemd;

/// <summary>
/// Tells systemd how the program is, over the datagram socket named by <c>NOTIFY_SOCKET</c> (sd_notify(3)); says nothing where there
/// is none, as in a terminal. A message that cannot be sent is dropped: systemd then acts as if the program were silent, rightly.
/// </summary>
/// <remarks>Thread-safe.</remarks>
public sealed class SystemdNotifier : IDisposable
{
    readonly Socket? socket;

    /// <summary>Takes the socket and the watchdog's time from the given variables.</summary>
    /// <param name="variable">Looks up an environment variable.</param>
    /// <param name="processId">This process, which <c>WATCHDOG_PID</c> must name if it is there.</param>
    public SystemdNotifier(Func<string, string?> variable, int processId)
    {
        WatchdogInterval = ReadWatchdog(variable, processId);
        if (variable("NOTIFY_SOCKET") is not { Length: > 0 } name)
            return;

        // A leading '@' stands for the zero byte of an abstract name (unix(7)).
        socket = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified) { Blocking = false };
        Target = new(name[0] == '@' ? $"\0{name[1..]}" : name);
    }

    /// <summary>Half of what <c>WatchdogSec=</c> asks for, as sd_watchdog_enabled(3) advises; null when nobody watches.</summary>
    public TimeSpan? WatchdogInterval { get; }

    UnixDomainSocketEndPoint? Target { get; }

    /// <summary>One with this process's environment.</summary>
    public static SystemdNotifier FromEnvironment() => new(Environment.GetEnvironmentVariable, Environment.ProcessId);

    /// <summary>Start-up is finished.</summary>
    public void Ready() => Send("READY=1");

    /// <summary>One line for whoever runs <c>systemctl status</c>.</summary>
    public void Status(string text) => Send($"STATUS={text.ReplaceLineEndings(" ")}");

    /// <summary>Still alive; due every <see cref="WatchdogInterval"/>.</summary>
    public void Watchdog() => Send("WATCHDOG=1");

    /// <summary>Shutting down.</summary>
    public void Stopping() => Send("STOPPING=1");

    /// <inheritdoc/>
    public void Dispose() => socket?.Dispose();

    void Send(string state)
    {
        if (socket is null || Target is null)
            return;
        try
        {
            socket.SendTo(Encoding.UTF8.GetBytes(state), Target);
        }
        catch (SocketException)
        {
            // See above: silence is the message.
        }
    }

    static TimeSpan? ReadWatchdog(Func<string, string?> variable, int processId)
    {
        var meantForOther = variable("WATCHDOG_PID") is { Length: > 0 } pid
            && !string.Equals(pid, processId.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return !meantForOther
            && long.TryParse(variable("WATCHDOG_USEC"), NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds)
            && microseconds > 0
                ? TimeSpan.FromMicroseconds(microseconds / 2)
                : null;
    }
}
