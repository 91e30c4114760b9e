using Checkpoint.Edge.Outbox;
using Checkpoint.Edge.Passages;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Operations;

/// <summary>
/// Says so when the disk keeps the gate waiting: the person is asked to wait, people are told that the card may be dying. The light is never
/// shown before the entry is on disk, however long that takes.
/// </summary>
sealed class SlowStoreWatch(GateLight light, OutboxInbox outbox, TimeProvider time, ILogger<SlowStoreWatch> log) : BackgroundService
{
    /// <summary>How often it looks.</summary>
    public static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(250);

    /// <summary>An entry that takes longer to be on disk keeps people waiting. A card's own housekeeping takes a few hundred milliseconds.</summary>
    public static readonly TimeSpan SlowFrom = TimeSpan.FromSeconds(1);

    /// <summary>The alarm is raised once in this time.</summary>
    public static readonly TimeSpan AlarmAgainAfter = TimeSpan.FromHours(1);

    /// <summary>The health page speaks of it for so long.</summary>
    public static readonly TimeSpan RememberedFor = TimeSpan.FromMinutes(10);

    long? raised;
    long seenAt;

    /// <summary>Whether the disk kept the gate waiting of late.</summary>
    public bool IsSlow => Interlocked.Read(ref seenAt) is > 0 and var at && time.GetElapsedTime(at) < RememberedFor;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Turn, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            Look();
    }

    /// <summary>One turn.</summary>
    public void Look()
    {
        if (!light.TrySayStillWriting(SlowFrom))
            return;
        Interlocked.Exchange(ref seenAt, time.GetTimestamp());
        log.StoreSlow(SlowFrom);
        if (raised is { } before && time.GetElapsedTime(before) < AlarmAgainAfter)
            return;
        raised = time.GetTimestamp();
        outbox.Raise(AlarmKind.StoreSlow, "an entry took more than a second to be on disk");
    }
}
