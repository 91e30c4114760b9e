using System.Threading.Channels;

namespace Checkpoint.Hosting.Mqtt;

/// <summary>A link over libmosquitto 2 (Debian <c>libmosquitto1</c>). The session is always resumed, never begun clean.</summary>
/// <remarks>
/// MQTT 5 sessions are kept by the broker for <see cref="MqttLinkOptions.SessionExpiry"/>, 3.1.1 ones for as long as it likes.
/// Disposing without <see cref="Disconnect"/> cuts the link, so that the broker says the will; the events end then.
/// </remarks>
public sealed class MosquittoLink(MqttLinkOptions options, TimeProvider clock) : IMqttLink
{
    readonly Channel<MqttEvent> events = Channel.CreateBounded<MqttEvent>(
        new BoundedChannelOptions(MqttLinkOptions.MaxWaitingEvents) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    MosquittoConnection? connection;
    bool isDisposed;

    /// <inheritdoc/>
    public ChannelReader<MqttEvent> Events => events.Reader;

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The link is disposed.</exception>
    public void Connect()
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        connection?.Dispose();
        connection = new(options, events.Writer, clock);
    }

    /// <inheritdoc/>
    public int? Publish(MqttMessage message) => connection?.Publish(message);

    /// <inheritdoc/>
    public void Disconnect(MqttMessage? last) => connection?.Leave(last);

    /// <summary>Ends the network thread and the events. May be called again.</summary>
    public void Dispose()
    {
        isDisposed = true;
        connection?.Dispose();
        connection = null;
        events.Writer.TryComplete();
    }
}
