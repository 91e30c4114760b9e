namespace Checkpoint.Lab.Bench.Draining;

/// <summary>The ceiling of a drain: libmosquitto publishing the same payloads, made beforehand, as fast as the broker answers.</summary>
static class BareLoop
{
    const string Topic = "bare/rec";

    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Publishes all of them, with nobody who listens.</summary>
    /// <returns>From the first publish to the last answer.</returns>
    public static async Task<TimeSpan> RunAsync(int port, IReadOnlyList<byte[]> payloads, int window)
    {
        using var publisher = new BareClient("bare-publisher", port, window);
        return await PublishAsync(publisher, payloads, also: Task.CompletedTask);
    }

    /// <summary>Publishes all of them, with somebody who listens and only counts.</summary>
    /// <returns>From the first publish to the last answer and the last one counted.</returns>
    public static async Task<TimeSpan> RunHeardAsync(int port, IReadOnlyList<byte[]> payloads, int window)
    {
        using var publisher = new BareClient("bare-publisher", port, window);
        using var listener = new BareClient("bare-listener", port, window);
        await listener.SubscribeAsync(Topic).WaitAsync(Patience);
        return await PublishAsync(publisher, payloads, listener.CountAsync(payloads.Count));
    }

    static async Task<TimeSpan> PublishAsync(BareClient publisher, IReadOnlyList<byte[]> payloads, Task also)
    {
        var answered = publisher.CountAsync(payloads.Count);
        var started = TimeProvider.System.GetTimestamp();
        foreach (var payload in payloads)
            publisher.Publish(Topic, payload);
        await Task.WhenAll(answered, also).WaitAsync(Patience);
        return TimeProvider.System.GetElapsedTime(started);
    }
}
