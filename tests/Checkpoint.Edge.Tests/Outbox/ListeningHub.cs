using System.Collections.Concurrent;
using System.Text.Json;
using Checkpoint.Hosting.Mqtt;
using Checkpoint.Journaling;
using Checkpoint.Ledgers;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Outbox;

/// <summary>A hub of the test's: keeps what one box says in memory, and confirms it unless it is told to be silent.</summary>
sealed class ListeningHub : IAsyncDisposable
{
    static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(100);

    readonly MosquittoLink link;
    readonly DeviceId device;
    readonly CancellationTokenSource ending = new();
    readonly ConcurrentDictionary<EntryKey, WireRecord> records = new();
    readonly ConcurrentDictionary<Epoch, StreamPosition> positions = new();
    readonly ConcurrentQueue<MqttMessage> heard = new();
    readonly Task listening;

    /// <summary>Comes to a broker, and back to it whenever it is gone.</summary>
    public ListeningHub(BrokerEndpoint broker, DeviceId device)
    {
        this.device = device;
        link = new(
            new(broker, "hub", TimeSpan.FromMinutes(5), [Topics.AllUp, Topics.AllState], Will: null), TimeProvider.System);
        listening = ListenAsync();
    }

    /// <summary>Whether records are taken without a word.</summary>
    public bool IsSilent { get; set; }

    /// <summary>The box's records, each once, in order.</summary>
    public IReadOnlyList<WireRecord> Records => [.. records.Values.OrderBy(record => record.Key.Seq)];

    /// <summary>How many records came, each time they came.</summary>
    public int Deliveries { get; private set; }

    /// <summary>Everything heard on one topic, oldest first.</summary>
    public IReadOnlyList<MqttMessage> On(string topic) => [.. heard.Where(message => string.Equals(message.Topic, topic, StringComparison.Ordinal))];

    /// <summary>The kinds of alarm heard, oldest first.</summary>
    public IReadOnlyList<string?> Alarms => [.. On(Topics.Event(device)).Select(alarm => Parse(alarm).GetProperty("kind").GetString())];

    /// <summary>Reads a payload.</summary>
    public static JsonElement Parse(MqttMessage message) => JsonDocument.Parse(message.Payload).RootElement;

    /// <summary>Says that it is there, as a hub does when it comes back.</summary>
    public void SayOnline() => link.Publish(new(Topics.HubState, new HubState(Online: true, TimeProvider.System.GetUtcNow()).ToJson(), Retain: true));

    /// <summary>Says that it is gone.</summary>
    public void SayOffline() => link.Publish(new(Topics.HubState, new HubState(Online: false, TimeProvider.System.GetUtcNow()).ToJson(), Retain: true));

    /// <summary>Says something of one's choice to the box.</summary>
    public void Say(byte[] payload) => link.Publish(new(Topics.Ack(device), payload));

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await listening;
        link.Dispose();
        ending.Dispose();
    }

    async Task ListenAsync()
    {
        link.Connect();
        try
        {
            await foreach (var happened in link.Events.ReadAllAsync(ending.Token))
                await HandleAsync(happened);
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    async ValueTask HandleAsync(MqttEvent happened)
    {
        switch (happened)
        {
            case MqttEvent.Connected:
                SayOnline();
                break;
            case MqttEvent.Disconnected:
                using (var pause = new PeriodicTimer(Retry))
                    await pause.WaitForNextTickAsync(ending.Token);
                link.Connect();
                break;
            case MqttEvent.Received { Message: var message }:
                heard.Enqueue(message);
                if (string.Equals(message.Topic, Topics.Records(device), StringComparison.Ordinal))
                    Take(RecordBatch.TryRead(message.Payload, device).ShouldNotBeNull());
                break;
        }
    }

    void Take(RecordBatch batch)
    {
        if (IsSilent)
        {
            Deliveries += batch.Records.Length;
            return;
        }

        foreach (var record in batch.Records)
        {
            records[record.Key] = record;
            positions[record.Key.Epoch] = positions.GetValueOrDefault(record.Key.Epoch, StreamPosition.Start).Accept(record.Key.Seq, out _);
        }

        Deliveries += batch.Records.Length;
        var epoch = batch.Records[0].Key.Epoch;
        var position = positions[epoch];
        Say(new Watermark(epoch, position.UpTo, position.Missing()) { Highest = position.Highest }.ToJson());
    }
}
