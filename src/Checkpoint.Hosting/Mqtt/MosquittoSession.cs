using System.Globalization;
using Checkpoint.Hosting.Mqtt.Native;

namespace Checkpoint.Hosting.Mqtt;

/// <summary>One session at one address in one protocol version: connect, subscribe, be up, say good-bye.</summary>
/// <remarks><see cref="Run"/> is the network thread's; the other members may be called from any thread.</remarks>
sealed class MosquittoSession : IDisposable
{
    const int FirstFailure = 0x80;
    const int UnsupportedVersion = 0x84;
    const int UnsupportedVersionBefore5 = 1;
    const int TakenOver = 0x8E;

    /// <summary>The keep-alive is looked at this often; the library counts it in seconds.</summary>
    static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    readonly MqttLinkOptions options;
    readonly int version;
    readonly Action<MqttEvent> emit;
    readonly TimeProvider clock;
    readonly MosquittoClient client;
    readonly Lock sending = new();

    /// <summary>Ids that nobody waits for: QoS 0 messages between being queued and being written.</summary>
    readonly HashSet<int> unanswered = [];

    Connack? connack;
    SessionEnd? end;
    bool isUp;
    bool isLeaving;
    bool saidGoodBye;
    int? lastWord;
    long since;

    public MosquittoSession(MqttLinkOptions options, int version, Action<MqttEvent> emit, TimeProvider clock)
    {
        this.options = options;
        this.version = version;
        this.emit = emit;
        this.clock = clock;
        client = new(options, version)
        {
            Connected = OnConnack,
            Subscribed = OnSuback,
            Published = OnPublished,
            Received = message => emit(new MqttEvent.Received(message)),
            Dismissed = OnDismissed,
        };
    }

    /// <summary>Runs until the session is over.</summary>
    /// <exception cref="IOException">It could not even begin.</exception>
    public SessionEnd Run(string address, CancellationToken cut)
    {
        since = clock.GetTimestamp();
        client.Connect(address);
        while (end is null)
        {
            var failure = client.Step(LongestWait);
            if (failure is not null || cut.IsCancellationRequested)
                Finish(Ended(failure ?? "cut off by this side"));
            else
                Advance();
        }

        lock (sending)
            isUp = false;
        return end with { IsHostile = client.IsRefusing };
    }

    /// <summary>Publishes if the session is up.</summary>
    /// <exception cref="ArgumentException">The library will not take such a message.</exception>
    public int? Publish(MqttMessage message)
    {
        lock (sending)
            return isUp && !isLeaving ? Send(message) : null;
    }

    /// <summary>Says the last word, and then good-bye.</summary>
    public void Leave(MqttMessage? last)
    {
        lock (sending)
        {
            if (isLeaving)
                return;
            isLeaving = true;
            since = clock.GetTimestamp();
            lastWord = isUp && last is not null ? Send(last) : null;
        }

        client.Wake();
    }

    /// <summary>Has <see cref="Run"/> look at its token.</summary>
    public void Wake() => client.Wake();

    public void Dispose() => client.Dispose();

    int? Send(MqttMessage message)
    {
        var id = client.Publish(message);
        if (id is { } known && message.Qos == 0)
            unanswered.Add(known);
        return id;
    }

    void Advance()
    {
        lock (sending)
        {
            if (isLeaving && lastWord is null && !saidGoodBye)
            {
                saidGoodBye = true;
                client.Disconnect();
            }

            var limit = isLeaving ? options.GoodByeTimeout : options.AnswerTimeout;
            if ((isLeaving || !isUp) && clock.GetElapsedTime(since) > limit)
                Finish(Ended(string.Create(CultureInfo.InvariantCulture, $"no answer within {limit.TotalSeconds} s"), timedOut: true));
        }
    }

    // What is thrown from here on ends the process, so nothing of the broker's is taken for granted.
    void OnConnack(Connack answer)
    {
        connack = answer;
        if (answer.Reason != 0)
            Finish(Ended(client.ReasonText(answer.Reason)));
        else if (LackOf(answer) is { } lack)
            Finish(new(lack));
        else if (options.Subscriptions.Count == 0)
            GoUp(answer);
        else if (client.Subscribe(options.Subscriptions) is { } failure)
            Finish(new(failure));
    }

    string? LackOf(Connack answer)
    {
        if (answer.MaximumQos == 0)
            return "the broker takes messages at QoS 0 only, and none is to be lost; have it allow QoS 1";
        return answer.MaximumPacketSize < options.LeastPacketBytes
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"the broker takes packets up to {answer.MaximumPacketSize} bytes; have it take {options.LeastPacketBytes} or more")
            : null;
    }

    void OnSuback(int[] reasons)
    {
        var refused = Array.FindIndex(reasons, r => r >= FirstFailure);
        if (reasons.Length != options.Subscriptions.Count)
            Finish(new("the broker answered other subscriptions than were asked for"));
        else if (refused >= 0)
            Finish(new($"subscription to {options.Subscriptions[refused]} refused"));
        else if (connack is { } answer && !isUp)
            GoUp(answer);
    }

    void GoUp(Connack answer)
    {
        lock (sending)
            isUp = true;
        emit(new MqttEvent.Connected(answer.SessionPresent, answer.ReceiveMaximum, version));
    }

    void OnPublished(int id, int reason)
    {
        lock (sending)
        {
            var isLastWord = id == lastWord;
            if (isLastWord)
                lastWord = null;
            if (unanswered.Remove(id) || isLastWord)
                return;
        }

        emit(new MqttEvent.Published(id, Accepted: reason < FirstFailure));
    }

    void OnDismissed(int reason) => Finish(new(client.ReasonText(reason), TakenOver: reason == TakenOver));

    /// <summary>The first reason counts: what the broker says comes before what the library makes of it.</summary>
    void Finish(SessionEnd reason) => end ??= reason;

    SessionEnd Ended(string reason, bool timedOut = false)
    {
        if (saidGoodBye)
            return new("closed by this side");
        if (!client.HasGreeted)
            return new(reason, Next: NextTry.OtherAddress);
        var unheard = connack is null && !timedOut;
        return version == 5 && (unheard || connack?.Reason is UnsupportedVersion or UnsupportedVersionBefore5)
            ? new(reason, Next: NextTry.OlderVersion)
            : new(reason);
    }
}
