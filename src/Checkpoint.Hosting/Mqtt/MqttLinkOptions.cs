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

    /// <summary>Seconds without traffic before either side says that it is still there (MQTT 5, 3.1.2.10).</summary>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the broker waits with the will, so that a short break stays unseen (MQTT 5).</summary>
    public TimeSpan WillDelay { get; init; } = TimeSpan.FromSeconds(45);
}
