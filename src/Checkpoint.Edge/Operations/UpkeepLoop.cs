using Checkpoint.Edge.Journaling;
using Checkpoint.Hosting.Sqlite;
using Checkpoint.Journaling;

namespace Checkpoint.Edge.Operations;

/// <summary>Looks after the journal, a little each second: its reserve, its chain, its log, and what may be purged.</summary>
sealed class UpkeepLoop(GateJournal journal, RetentionRule rule, GateClock clock, TimeProvider time, ILogger<UpkeepLoop> log) : BackgroundService
{
    /// <summary>How often it turns.</summary>
    public static readonly TimeSpan Turn = TimeSpan.FromSeconds(1);

    JournalCare? care;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Turn, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            LookAfter();
    }

    /// <summary>One turn.</summary>
    public void LookAfter()
    {
        if (journal.Current is not { } open)
            return;
        if (!ReferenceEquals(care?.Journal, open))
            care = new(open, rule);
        try
        {
            try
            {
                journal.KeepReserve();
                LookAfter(care);
            }
            catch (CorruptStoreException error)
            {
                journal.Replace(open, error);
            }
        }
        catch (IOException error)
        {
            log.UpkeepFailed(error);
        }
    }

    void LookAfter(JournalCare cared)
    {
        if (cared.Walk())
            log.ChainHolds(cared.Journal.Start.Before + 1, cared.Journal.Written);
        var isGood = clock.Quality is ClockQuality.Synced or ClockQuality.Rtc;
        if (cared.Tidy(isGood ? clock.Wall : null, clock.Wall, journal.ReserveIsSpent))
            log.Purged(cared.Journal.Start.Before);
    }
}
