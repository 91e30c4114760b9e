using System.Text;
using Checkpoint.Hosting.Mqtt;
using Checkpoint.Journaling;
using Checkpoint.Testing;
using Checkpoint.Wire;

namespace Checkpoint.Hub;

/// <summary>A box's side of the wire: publishes what a test gives it, and listens for the hub.</summary>
sealed class BoxLink : IDisposable
{
    static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    readonly DeviceId device;
    readonly MosquittoLink link;
    readonly Queue<MqttMessage> received = [];

    BoxLink(Broker broker, DeviceId device)
    {
        this.device = device;
        link = new(
            new(broker.Endpoint(), $"box-{device}", TimeSpan.FromHours(1), [Topics.Ack(device), Topics.HubState], Will: null), TimeProvider.System);
    }

    public static async Task<BoxLink> ConnectAsync(Broker broker, CancellationToken cancel, string device = "gate-1")
    {
        var box = new BoxLink(broker, DeviceId.Parse(device));
        await box.ConnectAsync(cancel);
        return box;
    }

    public async Task ConnectAsync(CancellationToken cancel)
    {
        link.Connect();
        while (await NextAsync(cancel) is var happened and not MqttEvent.Connected)
        {
            if (happened is MqttEvent.Disconnected)
                link.Connect();
        }
    }

    public Task SendAsync(CancellationToken cancel, params WireRecord[] records) =>
        SendAsync(Topics.Records(device), new RecordBatch([.. records]).ToJson(), cancel);

    public Task SendAsync(string topic, string payload, CancellationToken cancel) => SendAsync(topic, Encoding.UTF8.GetBytes(payload), cancel);

    /// <summary>Publishes, and waits for the broker's answer.</summary>
    public async Task SendAsync(string topic, ReadOnlyMemory<byte> payload, CancellationToken cancel)
    {
        var id = link.Publish(new(topic, payload)).ShouldNotBeNull();
        while (await NextAsync(cancel) is not MqttEvent.Published published || published.MessageId != id)
            continue;
    }

    /// <summary>The next watermark.</summary>
    public async Task<Watermark> WatermarkAsync(CancellationToken cancel) =>
        Watermark.TryRead((await MessageAsync(Topics.Ack(device), cancel)).Payload).ShouldNotBeNull();

    /// <summary>Watermarks until one says this.</summary>
    public async Task WatermarkAsync(long upTo, CancellationToken cancel)
    {
        while ((await WatermarkAsync(cancel)).UpTo != upTo)
            continue;
    }

    /// <summary>What the hub next says of itself.</summary>
    public async Task<string> HubWordAsync(CancellationToken cancel) =>
        Encoding.UTF8.GetString((await MessageAsync(Topics.HubState, cancel)).Payload.Span);

    public void Dispose() => link.Dispose();

    async Task<MqttMessage> MessageAsync(string topic, CancellationToken cancel)
    {
        while (true)
        {
            while (received.TryDequeue(out var message))
            {
                if (string.Equals(message.Topic, topic, StringComparison.Ordinal))
                    return message;
            }

            await NextAsync(cancel);
        }
    }

    async Task<MqttEvent> NextAsync(CancellationToken cancel)
    {
        var happened = await link.Events.ReadAsync(cancel).AsTask().WaitAsync(Deadline, TimeProvider.System, cancel);
        if (happened is MqttEvent.Received message)
            received.Enqueue(message.Message);
        return happened;
    }
}
