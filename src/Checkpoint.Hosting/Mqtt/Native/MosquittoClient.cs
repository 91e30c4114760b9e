using System.Runtime.InteropServices;
using Checkpoint.Hosting.Mqtt.Guard;

namespace Checkpoint.Hosting.Mqtt.Native;

/// <summary>
/// One libmosquitto client for one connection to one address. <see cref="Connect"/>, <see cref="Step"/>, <see cref="Subscribe"/> and
/// <see cref="Disconnect"/> belong to the network thread, on which the events come too; <see cref="Publish"/> and <see cref="Wake"/>
/// may come from any thread.
/// </summary>
sealed unsafe class MosquittoClient : IDisposable
{
    const int SocketError = 14;
    const int DefaultReceiveMaximum = 65535;

    readonly MosquittoHandle handle;
    readonly Wakeup wakeup = new();
    readonly MqttLinkOptions options;
    readonly int version;
    GCHandle self;
    GuardedLine? line;
    bool saidGoodBye;

    /// <summary>Makes a client that has not spoken yet.</summary>
    /// <exception cref="IOException">The library refused an option.</exception>
    public MosquittoClient(MqttLinkOptions options, int version)
    {
        this.options = options;
        this.version = version;
        self = GCHandle.Alloc(this);
        handle = Mosquitto.New(options.ClientId, cleanSession: false, GCHandle.ToIntPtr(self));
        if (handle.IsInvalid)
            throw new IOException("libmosquitto could not make a client; is the client id valid UTF-8?");
        Configure();
        Listen();
    }

    /// <summary>The broker has answered CONNECT.</summary>
    public required Action<Connack> Connected { get; init; }

    /// <summary>The broker has answered SUBSCRIBE: a reason code per filter.</summary>
    public required Action<int[]> Subscribed { get; init; }

    /// <summary>A message is done: id and reason code. For QoS 0 that means written.</summary>
    public required Action<int, int> Published { get; init; }

    /// <summary>A message came.</summary>
    public required Action<MqttMessage> Received { get; init; }

    /// <summary>The broker says good-bye, with a reason code ≥ 0x80 if it is cross.</summary>
    public required Action<int> Dismissed { get; init; }

    /// <summary>Whether our CONNECT went out, so that somebody listens at the address.</summary>
    public bool HasGreeted => line is { HasSent: true };

    /// <summary>Whether the broker, or whoever holds the line to it, sent what no broker sends.</summary>
    public bool IsRefusing => line is { IsRefusing: true };

    /// <summary>Begins to connect to a literal address; <see cref="Step"/> does the rest.</summary>
    /// <exception cref="IOException">It cannot even begin.</exception>
    public void Connect(string address)
    {
        var keepAlive = (int)options.KeepAlive.TotalSeconds;
        if (version == 5)
            RememberProperties(keepAlive);
        Mosquitto.Check(Mosquitto.ConnectWithoutWaiting(handle, address, options.Endpoint.Port, keepAlive, bind: null));
        line = new(Mosquitto.Socket(handle), version);
    }

    /// <summary>Waits for the network or <see cref="Wake"/>, and does what there is to do.</summary>
    /// <returns>Null while the connection lives, otherwise what ended it.</returns>
    public string? Step(TimeSpan timeout)
    {
        var socket = Mosquitto.Socket(handle);
        if (line is null || (socket < 0 && (line.IsDrained || !saidGoodBye)))
            return Mosquitto.ErrorText(Mosquitto.NoConnection);

        Span<Watch> at = [new(socket, ToRead: socket >= 0, Mosquitto.WantsToWrite(handle)), line.AtBroker, line.AtLibrary];
        wakeup.Wait(at, timeout);
        if (at[1].CanRead || at[2].CanWrite)
            line.PassIn();
        if (at[0].CanRead && Mosquitto.Read(handle, 1) is var read and not Mosquitto.Success)
            return line.Failure ?? Describe(read);
        if (at[0].CanWrite && Mosquitto.Write(handle, 1) is var written and not Mosquitto.Success)
            return line.Failure ?? Describe(written);
        line.PassOut();
        return socket >= 0 && Mosquitto.KeepAlive(handle) is var alive and not Mosquitto.Success ? Describe(alive) : null;
    }

    /// <summary>Queues a message and wakes the network thread.</summary>
    /// <returns>Its id, or null when the connection has gone.</returns>
    /// <exception cref="ArgumentException">The library will not take such a message.</exception>
    public int? Publish(MqttMessage message)
    {
        fixed (byte* payload = message.Payload.Span)
        {
            var result = Mosquitto.Publish(
                handle, out var id, message.Topic, message.Payload.Length, payload, message.Qos, message.Retain, properties: 0);
            wakeup.Wake();
            return result switch
            {
                Mosquitto.Success => id,
                Mosquitto.NoConnection => null,
                _ => throw new ArgumentException($"{Mosquitto.ErrorText(result)} (topic {message.Topic})", nameof(message)),
            };
        }
    }

    /// <summary>Asks for every filter at QoS 1 in one packet.</summary>
    /// <returns>Null, or why it could not: a filter is not valid, the connection has gone, or the broker takes no packet so long.</returns>
    public string? Subscribe(IReadOnlyList<string> filters)
    {
        // By hand, because the generated marshalling of string[] converts memory that it has not set yet, which throws now and then
        // where overflow is checked, as it is here.
        var texts = filters.Select(Marshal.StringToCoTaskMemUTF8).ToArray();
        try
        {
            var result = Mosquitto.Subscribe(handle, out _, texts.Length, texts, qos: 1, options: 0, properties: 0);
            return result == Mosquitto.Success ? null : Mosquitto.ErrorText(result);
        }
        finally
        {
            Array.ForEach(texts, Marshal.FreeCoTaskMem);
        }
    }

    /// <summary>Queues DISCONNECT behind what is queued already.</summary>
    public void Disconnect()
    {
        saidGoodBye = true;
        _ = Mosquitto.Disconnect(handle);
    }

    /// <summary>Makes <see cref="Step"/> return soon.</summary>
    public void Wake() => wakeup.Wake();

    /// <summary>The words for a reason code in the protocol version spoken.</summary>
    public string ReasonText(int reason) =>
        version == 5 ? Mosquitto.ReasonText(reason) : Mosquitto.ConnackText(reason);

    public void Dispose()
    {
        handle.Dispose();
        line?.Dispose();
        wakeup.Dispose();
        if (self.IsAllocated)
            self.Free();
    }

    void Configure()
    {
        Mosquitto.Check(Mosquitto.SetThreaded(handle, threaded: true));
        Mosquitto.Check(Mosquitto.SetOption(handle, Mosquitto.OptionProtocolVersion, version));
        Mosquitto.Check(Mosquitto.SetOption(handle, Mosquitto.OptionReceiveMaximum, options.ReceiveMaximum));
        Mosquitto.Check(Mosquitto.SetOption(handle, Mosquitto.OptionSendMaximum, DefaultReceiveMaximum));
        Mosquitto.Check(Mosquitto.SetOption(handle, Mosquitto.OptionTcpNoDelay, options.NoDelay ? 1 : 0));
        if (options.Endpoint.UserName is { } user)
            Mosquitto.Check(Mosquitto.SetUser(handle, user, options.Endpoint.Password));
        if (options.Will is { } will)
            SetWill(will);
    }

    void SetWill(MqttMessage will)
    {
        nint properties = 0;
        if (version == 5)
            Mosquitto.Check(Mosquitto.AddProperty(ref properties, Mosquitto.PropertyWillDelay, Seconds(options.WillDelay)));

        // The list is the library's from here on.
        fixed (byte* payload = will.Payload.Span)
            Mosquitto.Check(Mosquitto.SetWill(handle, will.Topic, will.Payload.Length, payload, will.Qos, will.Retain, properties));
    }

    /// <summary>
    /// The library's connect that does not wait takes no properties, and the one that takes them waits for the kernel, minutes on a
    /// network that swallows packets. But the latter remembers them for later connects before it looks at the host, and no host is
    /// refused at once.
    /// </summary>
    void RememberProperties(int keepAlive)
    {
        nint properties = 0;
        Mosquitto.Check(Mosquitto.AddProperty(ref properties, Mosquitto.PropertySessionExpiry, Seconds(options.SessionExpiry)));
        Mosquitto.Check(Mosquitto.AddProperty(ref properties, Mosquitto.PropertyMaximumPacketSize, PacketGuard.MaxPacketBytes));
        _ = Mosquitto.Connect(handle, host: null, options.Endpoint.Port, keepAlive, bind: null, properties);
        Mosquitto.FreeProperties(ref properties);
    }

    void Listen()
    {
        Mosquitto.OnConnect(handle, &MosquittoCallbacks.Connected);
        Mosquitto.OnDisconnect(handle, &MosquittoCallbacks.Disconnected);
        Mosquitto.OnPublish(handle, &MosquittoCallbacks.Published);
        Mosquitto.OnMessage(handle, &MosquittoCallbacks.Received);
        Mosquitto.OnSubscribe(handle, &MosquittoCallbacks.Subscribed);
    }

    static uint Seconds(TimeSpan time) => (uint)Math.Clamp(time.TotalSeconds, 0, uint.MaxValue);

    static string Describe(int error) =>
        error == SocketError && Marshal.GetLastPInvokeError() is var errno and not 0
            ? Marshal.GetPInvokeErrorMessage(errno)
            : Mosquitto.ErrorText(error);
}
