namespace Checkpoint.Hosting.Mqtt;

/// <summary>Something that happened on a link.</summary>
public abstract record MqttEvent
{
    MqttEvent() { }

    /// <summary>
    /// The broker has accepted the session and every subscription. What a remembered session had waiting may come just before.
    /// </summary>
    /// <param name="SessionPresent">Whether the broker remembered the session.</param>
    /// <param name="ReceiveMaximum">How many unacknowledged QoS 1 messages the broker takes, 1 … 65535.</param>
    /// <param name="ProtocolVersion">5 or 4 (3.1.1).</param>
    public sealed record Connected(bool SessionPresent, int ReceiveMaximum, int ProtocolVersion) : MqttEvent;

    /// <summary>The link is down, or could not be made.</summary>
    /// <param name="Reason">What the library or the broker says, for people.</param>
    /// <param name="TakenOver">Another client came with the same identity (reason code 0x8E).</param>
    public sealed record Disconnected(string Reason, bool TakenOver) : MqttEvent
    {
        /// <summary>The broker, or whoever holds the line to it, sent what no broker sends.</summary>
        public bool IsHostile { get; init; }
    }

    /// <summary>The broker has answered a QoS 1 message.</summary>
    /// <param name="MessageId">What <see cref="IMqttLink.Publish"/> returned.</param>
    /// <param name="Accepted">False when the broker refused it (reason code ≥ 0x80), as an access rule does.</param>
    public sealed record Published(int MessageId, bool Accepted) : MqttEvent;

    /// <summary>A message came for one of the subscriptions.</summary>
    /// <param name="Message">The message.</param>
    public sealed record Received(MqttMessage Message) : MqttEvent;
}
