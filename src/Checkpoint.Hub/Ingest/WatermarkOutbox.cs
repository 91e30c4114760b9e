using Checkpoint.Hosting.Mqtt;
using Checkpoint.Hub.Ledgers;
using Checkpoint.Journaling;
using Checkpoint.Wire;

namespace Checkpoint.Hub.Ingest;

/// <summary>
/// Watermarks on their way out. A later one replaces an earlier one of the same journal that still waits, so that a slow broker costs
/// no more memory than there are journals. Used by one loop.
/// </summary>
sealed class WatermarkOutbox
{
    /// <summary>Watermarks that the broker has not answered.</summary>
    public const int MaxInFlight = 32;

    readonly Dictionary<StreamKey, Watermark> waiting = [];
    readonly Queue<StreamKey> order = [];
    readonly HashSet<int> inFlight = [];

    /// <summary>Watermarks that wait for room.</summary>
    public int Waiting => waiting.Count;

    /// <summary>Takes what a commit says.</summary>
    public void Add(IReadOnlyList<(DeviceId Device, Watermark Watermark)> watermarks)
    {
        foreach (var (device, watermark) in watermarks)
        {
            var stream = new StreamKey(device, watermark.Epoch);
            if (!waiting.ContainsKey(stream))
                order.Enqueue(stream);
            waiting[stream] = watermark;
        }
    }

    /// <summary>Publishes as far as there is room.</summary>
    public void Flush(Func<MqttMessage, int?> publish)
    {
        while (inFlight.Count < MaxInFlight && order.TryPeek(out var stream))
        {
            if (publish(new(Topics.Ack(stream.Device), waiting[stream].ToJson())) is not { } id)
                return;
            waiting.Remove(order.Dequeue());
            inFlight.Add(id);
        }
    }

    /// <summary>The broker has answered one.</summary>
    /// <returns>Whether it was a watermark's.</returns>
    public bool Answered(int messageId) => inFlight.Remove(messageId);

    /// <summary>The link is down: what is waiting goes out over the next one, answers come no more.</summary>
    public void Disconnected() => inFlight.Clear();
}
