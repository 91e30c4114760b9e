using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace Checkpoint.Hosting.Mqtt;

/// <summary>
/// What one call to <see cref="IMqttLink.Connect"/> sets going: a thread that goes through the host's addresses and the protocol
/// versions until a session comes about, runs it to its end, and reports that once.
/// </summary>
sealed class MosquittoConnection : IDisposable
{
    const int NewestVersion = 5;
    const int OlderVersion = 4;

    /// <summary>Only looking up a host's name can hold up the thread for longer; then it ends by itself later, unheard.</summary>
    static readonly TimeSpan JoinTimeout = TimeSpan.FromSeconds(5);

    readonly MqttLinkOptions options;
    readonly ChannelWriter<MqttEvent> events;
    readonly TimeProvider clock;
    readonly Thread thread;
    readonly Lock changing = new();
    readonly CancellationTokenSource unheard = new();
    readonly CancellationTokenSource cut = new();
    MosquittoSession? session;
    bool isLeaving;

    public MosquittoConnection(MqttLinkOptions options, ChannelWriter<MqttEvent> events, TimeProvider clock)
    {
        this.options = options;
        this.events = events;
        this.clock = clock;
        thread = new(Run) { IsBackground = true, Name = "mqtt" };
        thread.Start();
    }

    public int? Publish(MqttMessage message)
    {
        lock (changing)
            return session?.Publish(message);
    }

    /// <summary>Says good-bye if there is a session, otherwise gives up trying.</summary>
    public void Leave(MqttMessage? last)
    {
        lock (changing)
        {
            isLeaving = true;
            session?.Leave(last);
        }
    }

    /// <summary>
    /// Ends the thread: after its good-bye if it is saying one, otherwise by cutting the link. From here on it drops its events.
    /// </summary>
    public void Dispose()
    {
        unheard.Cancel();
        if (isLeaving)
            thread.Join(options.GoodByeTimeout);

        cut.Cancel();
        lock (changing)
            session?.Wake();
        if (!thread.Join(JoinTimeout))
            return;
        EndSession();
        unheard.Dispose();
        cut.Dispose();
    }

    void Run()
    {
        var end = new SessionEnd($"{options.Endpoint.Host} has no address");
        try
        {
            foreach (var address in Dns.GetHostAddresses(options.Endpoint.Host))
            {
                end = Try(address.ToString());
                if (end.Next != NextTry.OtherAddress || cut.IsCancellationRequested)
                    break;
            }
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            end = new(e.Message);
        }

        Emit(new MqttEvent.Disconnected($"{options.Endpoint}: {end.Reason}", end.TakenOver) { IsHostile = end.IsHostile });
    }

    SessionEnd Try(string address)
    {
        var end = Try(address, NewestVersion);
        return end.Next == NextTry.OlderVersion && !cut.IsCancellationRequested ? Try(address, OlderVersion) : end;
    }

    SessionEnd Try(string address, int version)
    {
        try
        {
            return Begin(version).Run(address, cut.Token);
        }
        finally
        {
            EndSession();
        }
    }

    MosquittoSession Begin(int version)
    {
        lock (changing)
        {
            session = new(options, version, Emit, clock);
            if (isLeaving)
                session.Leave(last: null);
            return session;
        }
    }

    void EndSession()
    {
        lock (changing)
        {
            session?.Dispose();
            session = null;
        }
    }

    void Emit(MqttEvent what)
    {
        if (unheard.IsCancellationRequested || events.TryWrite(what))
            return;
        try
        {
            // This thread is the library's callback, which cannot await; holding it up is what holds up the broker.
            events.WriteAsync(what, unheard.Token).AsTask().GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            // Nobody listens any more.
        }
    }
}
