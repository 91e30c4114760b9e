using System.Net.Sockets;
using Checkpoint.Testing.Programs;

namespace Checkpoint.Testing.Kernel;

/// <summary>A guest of the kernel rig, and the line over which its script is asked for something. One request at a time.</summary>
public sealed class GuestMachine : IAsyncDisposable
{
    static readonly TimeSpan BootPatience = TimeSpan.FromMinutes(4);
    static readonly TimeSpan AnswerPatience = TimeSpan.FromMinutes(5);
    static readonly TimeSpan EndPatience = TimeSpan.FromSeconds(20);

    readonly ProgramProcess process;
    readonly string hand;
    Socket? socket;
    StreamReader? answers;
    StreamWriter? requests;

    /// <summary>A guest that is being booted.</summary>
    /// <param name="process">boot.sh.</param>
    /// <param name="hand">The socket of its second serial line.</param>
    internal GuestMachine(ProgramProcess process, string hand) => (this.process, this.hand) = (process, hand);

    /// <summary>Waits until its script takes requests.</summary>
    /// <returns>What it said first.</returns>
    /// <exception cref="InvalidOperationException">It ended instead; the message holds its console.</exception>
    /// <exception cref="TimeoutException">It is not up in 4 minutes.</exception>
    public async Task<string> MeetAsync(CancellationToken cancel)
    {
        await Eventually.HoldsAsync(() => TryConnectAsync(cancel), "the guest's line is open", BootPatience, cancel);
        var stream = new NetworkStream(socket!);
        answers = new(stream);
        requests = new(stream) { AutoFlush = true, NewLine = "\n" };
        return await HearAsync("start", BootPatience, cancel);
    }

    /// <summary>Asks for something, and waits for it to be done.</summary>
    /// <returns>What came of it, without the <c>ok</c>.</returns>
    /// <exception cref="InvalidOperationException">It refused, or its line is gone.</exception>
    /// <exception cref="TimeoutException">It does not answer in 5 minutes.</exception>
    public async Task<string> AskAsync(string request, CancellationToken cancel)
    {
        await requests!.WriteLineAsync(request.AsMemory(), cancel);
        return await HearAsync(request, AnswerPatience, cancel);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(EndPatience);
        try
        {
            if (requests is not null && !process.HasExited)
            {
                await requests.WriteLineAsync("end".AsMemory(), patience.Token);
                await process.WaitAsync(patience.Token);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or IOException)
        {
            // It hangs: stopped below, as a machine is switched off.
        }

        await process.DisposeAsync();
        answers?.Dispose();
        if (requests is not null)
            await requests.DisposeAsync();
        socket?.Dispose();
    }

    // The socket's name is there a moment before it takes calls.
    async Task<bool> TryConnectAsync(CancellationToken cancel)
    {
        if (process.HasExited)
            throw new InvalidOperationException($"The guest does not start:\n{process.Output()}");
        socket?.Dispose();
        socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(hand), cancel);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    async Task<string> HearAsync(string request, TimeSpan patience, CancellationToken cancel)
    {
        string? line;
        try
        {
            line = await answers!.ReadLineAsync(cancel).AsTask().WaitAsync(patience, cancel);
        }
        catch (TimeoutException error)
        {
            throw new TimeoutException($"The guest did not answer to \"{request}\" in {patience}:\n{process.Output()}", error);
        }

        return line is not null && line.Split(' ', 2) is ["ok", .. var rest]
            ? string.Concat(rest)
            : throw new InvalidOperationException($"The guest answered to \"{request}\": {line ?? process.Output()}");
    }
}
