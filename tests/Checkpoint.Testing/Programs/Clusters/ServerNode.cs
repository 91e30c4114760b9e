using System.Net;
using System.Net.Sockets;

namespace Checkpoint.Testing.Programs.Clusters;

/// <summary>A foreign server with all processes that it starts, killed and hung as one.</summary>
sealed class ServerNode(ServerCommand command) : IBrokerNode
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    ProgramProcess? process;
    bool hasJoined;

    /// <inheritdoc/>
    public int Port => command.Port;

    /// <inheritdoc/>
    public int ProcessId => -process!.Id; // the group: a shell may stand before the server

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancel)
    {
        process = ProgramProcess.Start([.. command.Command, .. hasJoined ? [] : command.AtFirst], command.Environment, command.LogFile);
        hasJoined = true;
        await Eventually.HoldsAsync(AcceptsAsync, $"a server listens on port {Port}; see {command.LogFile}", Patience, cancel);
    }

    /// <inheritdoc/>
    public async Task KillAsync(CancellationToken cancel)
    {
        if (process is null)
            return;
        await ProcessSignal.KillAsync(ProcessId, cancel);
        await process.WaitAsync(cancel);
        await process.DisposeAsync();
        process = null;
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">A cluster would take it for a stranger.</exception>
    public void Forget() => throw new NotSupportedException("A node of a cluster keeps what it has.");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await KillAsync(CancellationToken.None);

    async Task<bool> AcceptsAsync()
    {
        if (process is { HasExited: true })
            throw new InvalidOperationException($"A server did not start:\n{process.Output()}");
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
}
