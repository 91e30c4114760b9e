namespace Checkpoint.Hosting.Mqtt;

/// <summary>What a link needs to know before it connects.</summary>
/// <param name="Endpoint">Where and as whom.</param>
/// <param name="ClientId">The session's name at the broker.</param>
/// <param name="SessionExpiry">How long the broker keeps the session after a break (MQTT 5).</param>
/// <param name="Subscriptions">Topic filters, all QoS 1.</param>
/// <param name="Will">Said by the broker when the link breaks, or null.</param>
public sealed record MqttLinkOptions(
    BrokerEndpoint Endpoint,
    string ClientId,
    TimeSpan SessionExpiry,
    IReadOnlyList<string> Subscriptions,
    MqttMessage? Will)
{
    /// <summary>Events that wait for the owner's loop before the network thread is held up.</summary>
    public const int MaxWaitingEvents = 1024;

    /// <summary>Seconds without traffic before either side says that it is still there, 5 s or more (MQTT 5, 3.1.2.10).</summary>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the broker waits with the will, so that a short break stays unseen (MQTT 5).</summary>
    public TimeSpan WillDelay { get; init; } = TimeSpan.FromSeconds(45);

    /// <summary>Whether small packets go out at once instead of waiting to be joined (Nagle).</summary>
    public bool NoDelay { get; init; } = true;

    /// <summary>How many unacknowledged QoS 1 messages the broker may send us, 1 … 65535 (MQTT 5, 3.1.2.11.3).</summary>
    public int ReceiveMaximum { get; init; } = 100;

    /// <summary>A broker that takes no packet of so many bytes is left (MQTT 5, 3.2.2.3.6). In the least one there is room for an ordinary entry.</summary>
    public int LeastPacketBytes { get; init; } = 2 * 1024;

    /// <summary>How long one attempt may take, from the first packet to the answer about the subscriptions.</summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long the broker has to take the last word of a good-bye. After that the link is cut without one, so that the will speaks.
    /// </summary>
    public TimeSpan GoodByeTimeout { get; init; } = TimeSpan.FromSeconds(3);
}
