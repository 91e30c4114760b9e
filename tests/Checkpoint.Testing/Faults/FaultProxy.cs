using System.Net;
using System.Net.Sockets;

namespace Checkpoint.Testing.Faults;

/// <summary>
/// A TCP relay between a program and its brokers whose line can be spoilt. Each call goes to the first backend that answers, beginning with
/// another one each time, as a balancer does. It keeps its port for life.
/// </summary>
public sealed class FaultProxy : IAsyncDisposable
{
    /// <summary>How late each piece is on a slow line.</summary>
    public static readonly TimeSpan Lateness = TimeSpan.FromMilliseconds(300);

    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    readonly TcpListener listener;
    readonly IReadOnlyList<int> backends;
    readonly TimeProvider clock;
    readonly CancellationTokenSource closing = new();
    readonly Lock changing = new();
    readonly HashSet<ProxyCall> calls = [];
    readonly Task accepting;
    int next;
    int called;
    volatile LineFault fault;

    FaultProxy(IPAddress address, IReadOnlyList<int> backends, TimeProvider clock)
    {
        this.backends = backends;
        this.clock = clock;
        listener = new(address, 0);
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>Opens one.</summary>
    /// <param name="address">Where it listens, on a free port.</param>
    /// <param name="backends">Ports of brokers on loopback.</param>
    /// <param name="clock">Time of the lateness.</param>
    public static FaultProxy Open(IPAddress address, IReadOnlyList<int> backends, TimeProvider clock) => new(address, backends, clock);

    /// <summary>Where it listens.</summary>
    public IPEndPoint Address => (IPEndPoint)listener.LocalEndpoint;

    /// <summary>What is wrong with the line now.</summary>
    public LineFault Fault
    {
        get => fault;
        set => fault = value;
    }

    /// <summary>Calls that came, whatever became of them.</summary>
    public int Called => Volatile.Read(ref called);

    /// <summary>Breaks every call off with a reset.</summary>
    public void Reset() => ForEach(call => call.Reset());

    /// <summary>The brokers' side of every call goes; who called is not told.</summary>
    public void HalfOpen() => ForEach(call => call.ForgetBroker());

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Stop();
        await accepting;
        ForEach(call => call.Reset());
        listener.Dispose();
        closing.Dispose();
    }

    /// <summary>Holds a piece up as long as the line says so.</summary>
    internal async Task DelayAsync(bool up, CancellationToken cancel)
    {
        if (fault == LineFault.Slow)
            await Task.Delay(Lateness, clock, cancel);
        while (fault == LineFault.Stalled || fault == (up ? LineFault.StalledUp : LineFault.StalledDown))
            await Task.Delay(Look, clock, cancel);
    }

    async Task AcceptAsync()
    {
        try
        {
            while (true)
                Begin(await listener.AcceptSocketAsync(closing.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            // Closed.
        }
    }

    void Begin(Socket caller)
    {
        var call = new ProxyCall(this, caller);
        Interlocked.Increment(ref called);
        if (fault == LineFault.Refused)
        {
            call.Reset();
            return;
        }

        lock (changing)
            calls.Add(call);
        _ = RunAsync(call);
    }

    async Task RunAsync(ProxyCall call)
    {
        if (fault == LineFault.Unwelcome)
            await call.TurnAwayAsync(closing.Token);
        else
            await call.RunAsync(ConnectAsync, closing.Token);
        lock (changing)
            calls.Remove(call);
    }

    async Task<Socket?> ConnectAsync(CancellationToken cancel)
    {
        var first = Interlocked.Increment(ref next);
        for (var i = 0; i < backends.Count; i++)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, backends[(first + i) % backends.Count], cancel);
                return socket;
            }
            catch (SocketException)
            {
                socket.Dispose(); // that node is away
            }
        }

        return null;
    }

    void ForEach(Action<ProxyCall> what)
    {
        ProxyCall[] all;
        lock (changing)
            all = [.. calls];
        Array.ForEach(all, what);
    }
}
