using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Checkpoint.Lab.Bench.Draining;

/// <summary>A client of libmosquitto with the library's own thread, which only publishes, or only counts what it gets.</summary>
sealed unsafe class BareClient : IDisposable
{
    const int ReceiveMaximum = 4;
    const int SendMaximum = 5;
    const int NoDelay = 11;

    readonly nint client;
    readonly GCHandle self;
    readonly Lock counting = new();
    TaskCompletionSource reached = new();
    int counted;
    int wanted = int.MaxValue;

    /// <summary>Connects.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="port">The broker's, on loopback.</param>
    /// <param name="window">Unanswered messages at once, both ways.</param>
    /// <exception cref="IOException">It could not connect.</exception>
    public BareClient(string id, int port, int window)
    {
        _ = BareLibrary.Initialise();
        self = GCHandle.Alloc(this);
        client = BareLibrary.New(id, cleanSession: true, GCHandle.ToIntPtr(self));
        _ = BareLibrary.SetOption(client, SendMaximum, window);
        _ = BareLibrary.SetOption(client, ReceiveMaximum, window);
        _ = BareLibrary.SetOption(client, NoDelay, 1);
        BareLibrary.OnPublish(client, &Published);
        BareLibrary.OnMessage(client, &Received);
        BareLibrary.OnSubscribe(client, &Subscribed);
        if (BareLibrary.Connect(client, "127.0.0.1", port, keepAlive: 60) != 0 || BareLibrary.Start(client) != 0)
            throw new IOException($"The bare client could not connect to port {port}.");
    }

    /// <summary>Ends when so many more answers and messages have come.</summary>
    public Task CountAsync(int more)
    {
        lock (counting)
        {
            (counted, wanted, reached) = (0, more, new(TaskCreationOptions.RunContinuationsAsynchronously));
            return reached.Task;
        }
    }

    /// <summary>Publishes at QoS 1.</summary>
    public void Publish(string topic, byte[] payload)
    {
        fixed (byte* bytes = payload)
            _ = BareLibrary.Publish(client, 0, topic, payload.Length, bytes, qos: 1, retain: false);
    }

    /// <summary>Asks for a topic at QoS 1; ends when the broker has answered.</summary>
    public Task SubscribeAsync(string topic)
    {
        var answered = CountAsync(1);
        _ = BareLibrary.Subscribe(client, 0, topic, qos: 1);
        return answered;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _ = BareLibrary.Disconnect(client);
        _ = BareLibrary.Stop(client, force: false);
        BareLibrary.Destroy(client);
        self.Free();
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static void Published(nint client, nint state, int id) => Of(state).Count();

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static void Received(nint client, nint state, nint message) => Of(state).Count();

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static void Subscribed(nint client, nint state, int id, int count, int* granted) => Of(state).Count();

    static BareClient Of(nint state) => (BareClient)GCHandle.FromIntPtr(state).Target!;

    void Count()
    {
        lock (counting)
        {
            if (++counted == wanted)
                reached.SetResult();
        }
    }
}
