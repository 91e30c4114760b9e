using System.Net.Sockets;

namespace Checkpoint.Testing.Faults;

/// <summary>One connection through a <see cref="FaultProxy"/>.</summary>
sealed class ProxyCall(FaultProxy proxy, Socket caller)
{
    const int PieceBytes = 16 * 1024;

    readonly Lock ending = new();
    readonly TaskCompletionSource silence = new(TaskCreationOptions.RunContinuationsAsynchronously);
    Socket? broker;

    /// <summary>Carries bytes until either side hangs up.</summary>
    public async Task RunAsync(Func<CancellationToken, Task<Socket?>> connect, CancellationToken cancel)
    {
        try
        {
            caller.NoDelay = true;
            if (await connect(cancel) is { } called)
            {
                Meet(called);
                await Task.WhenAny(CarryAsync(caller, called, up: true, cancel), CarryAsync(called, caller, up: false, cancel));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The call ends, as calls do.
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>Answers the caller's CONNECT itself: not now.</summary>
    public async Task TurnAwayAsync(CancellationToken cancel)
    {
        try
        {
            var asked = new byte[PieceBytes];
            var count = await caller.ReceiveAsync(asked, cancel);
            await caller.SendAsync(Unavailable(asked.AsSpan(0, count)), cancel);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The call ends, as calls do.
        }
        finally
        {
            caller.Close(); // not a reset, which would overtake the answer
        }
    }

    /// <summary>Hangs up on both sides without a good-bye.</summary>
    public void Reset()
    {
        silence.TrySetResult();
        lock (ending)
        {
            foreach (var side in (Socket?[])[caller, broker])
                side?.Close(timeout: 0);
        }
    }

    /// <summary>Hangs up on the broker alone. The caller speaks into the void from here on.</summary>
    public void ForgetBroker()
    {
        lock (ending)
        {
            IsForgotten = true;
            broker?.Close(timeout: 0);
        }
    }

    bool IsForgotten { get; set; }

    // The broker has taken the call before this side knows of it: it may be forgotten already.
    void Meet(Socket called)
    {
        lock (ending)
        {
            broker = called;
            if (IsForgotten)
                called.Close(timeout: 0);
        }
    }

    async Task CarryAsync(Socket from, Socket to, bool up, CancellationToken cancel)
    {
        try
        {
            var piece = new byte[PieceBytes];
            while (await from.ReceiveAsync(piece, cancel) is var count and > 0)
            {
                await proxy.DelayAsync(up, cancel);
                if (!up && proxy.Fault == LineFault.Garbage)
                    Random.Shared.NextBytes(piece.AsSpan(0, count));
                await SendAsync(to, piece.AsMemory(0, count), cancel);
            }
        }
        catch (Exception e) when (IsForgotten && e is SocketException or ObjectDisposedException)
        {
            // Nobody tells the caller.
        }

        if (IsForgotten)
            await silence.Task.WaitAsync(cancel);
    }

    // The level of the protocol follows its name (MQTT 5 part 3.1.2.2).
    static byte[] Unavailable(ReadOnlySpan<byte> connect)
    {
        var name = connect.IndexOf("MQTT"u8);
        var isFive = name >= 0 && name + 4 < connect.Length && connect[name + 4] == 5;
        return isFive ? [0x20, 3, 0, 0x88, 0] : [0x20, 2, 0, 3];
    }

    async Task SendAsync(Socket to, ReadOnlyMemory<byte> piece, CancellationToken cancel)
    {
        var step = proxy.Fault == LineFault.Split ? 1 : piece.Length;
        for (var sent = 0; sent < piece.Length; sent += step)
            await to.SendAsync(piece.Slice(sent, Math.Min(step, piece.Length - sent)), cancel);
    }
}
