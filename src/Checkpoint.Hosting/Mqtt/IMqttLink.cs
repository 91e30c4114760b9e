using System.Threading.Channels;

namespace Checkpoint.Hosting.Mqtt;

/// <summary>
/// One connection to an MQTT broker. It holds no queue of its own and never reconnects by itself: whoever owns it decides what is
/// in flight and when to try again. Members may be called from one loop at a time.
/// </summary>
/// <remarks>Implementations: libmosquitto now; an MQTTnet adapter must fit the same interface and the same contract tests.</remarks>
public interface IMqttLink : IDisposable
{
    /// <summary>
    /// Everything that happens on the link, in order. Bounded: when nobody reads, the network thread waits, and so in the end does
    /// the broker.
    /// </summary>
    ChannelReader<MqttEvent> Events { get; }

    /// <summary>
    /// Starts connecting; the outcome arrives as <see cref="MqttEvent.Connected"/> or <see cref="MqttEvent.Disconnected"/>.
    /// MQTT 5 first; a broker that refuses the protocol version is tried with 3.1.1. Calling it again starts afresh: a connection that
    /// is still there is cut, and says nothing more. A call is answered by one <see cref="MqttEvent.Disconnected"/> at most.
    /// </summary>
    void Connect();

    /// <summary>Publishes without waiting.</summary>
    /// <param name="message">What to say; QoS 1 is answered by <see cref="MqttEvent.Published"/>.</param>
    /// <returns>The message id, unique among those unanswered on this connection, or null if the link is down.</returns>
    /// <exception cref="ArgumentException">The topic is not valid, or the message is larger than the broker takes.</exception>
    int? Publish(MqttMessage message);

    /// <summary>
    /// Says a last retained word if there is one, and hangs up without setting off the will. Returns at once;
    /// <see cref="MqttEvent.Disconnected"/> follows, and disposing waits for it.
    /// </summary>
    /// <param name="last">Published before the good-bye, or null. The will speaks instead if the broker does not take it.</param>
    void Disconnect(MqttMessage? last);
}
