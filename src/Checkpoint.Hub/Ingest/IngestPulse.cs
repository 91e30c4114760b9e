namespace Checkpoint.Hub.Ingest;

/// <summary>How the ingest loop is, for health and the watchdog. Written by the loop, read by anybody.</summary>
sealed class IngestPulse(TimeProvider clock)
{
    /// <summary>A loop that has not turned for this long is stuck: it turns every second, and a commit waits 5 s for a lock.</summary>
    public static readonly TimeSpan StuckAfter = TimeSpan.FromSeconds(15);

    volatile bool brokerConnected;
    volatile string? storageFailure;
    long turnedAt = clock.GetTimestamp();

    /// <summary>Whether the link is up.</summary>
    public bool BrokerConnected
    {
        get => brokerConnected;
        set => brokerConnected = value;
    }

    /// <summary>Why the last commit failed, or null if it did not.</summary>
    public string? StorageFailure
    {
        get => storageFailure;
        set => storageFailure = value;
    }

    /// <summary>Whether the loop is turning.</summary>
    public bool IsTurning => clock.GetElapsedTime(Interlocked.Read(ref turnedAt)) < StuckAfter;

    /// <summary>The loop has turned once more.</summary>
    public void Turned() => Interlocked.Exchange(ref turnedAt, clock.GetTimestamp());
}
