using Checkpoint.Edge.Outbox;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Operations;

/// <summary>
/// Says so when the program needs more memory than it ever should: everything in it has a limit, so that is a fault of it. The service manager
/// ends it at its own limit and starts it anew within seconds; what was signalled is on disk.
/// </summary>
/// <param name="resident">Resident memory in bytes.</param>
/// <param name="outbox">Told once each time that the limit is passed.</param>
/// <param name="time">Real time.</param>
/// <param name="log">Told too.</param>
sealed class MemoryWatch(Func<long> resident, OutboxInbox outbox, TimeProvider time, ILogger<MemoryWatch> log) : BackgroundService
{
    /// <summary>More than this is told; a gate under way needs some 100 MB, and the service's limit is 256 MB.</summary>
    public const long Limit = 192L << 20;

    /// <summary>Below this it is well again.</summary>
    public const long WellBelow = 160L << 20;

    /// <summary>How often it looks.</summary>
    public static readonly TimeSpan Turn = TimeSpan.FromSeconds(10);

    volatile bool isOver;

    /// <summary>Whether it needs too much.</summary>
    public bool IsOver => isOver;

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
        var bytes = resident();
        if (isOver ? bytes >= WellBelow : bytes <= Limit)
            return;
        isOver = !isOver;
        if (!isOver)
            return;
        log.MemoryHigh(bytes, Limit);
        outbox.Raise(AlarmKind.MemoryHigh, $"{bytes >> 20} MB");
    }
}
