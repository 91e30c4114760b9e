using Checkpoint.Hub.Ingest;
using Checkpoint.Hub.Ledgers;

namespace Checkpoint.Hub.Web;

/// <summary>Shows the summary to whoever watches: when it has changed, and now and then so that a dead connection is noticed.</summary>
sealed class LiveSummary(ILedgerQueries ledger, FleetPresence presence, LiveFeed feed, TimeProvider clock, ILogger<LiveSummary> log)
    : BackgroundService
{
    /// <summary>Devices on the live page; the interface lists them all.</summary>
    public const int MaxDevices = 200;

    /// <summary>How often it looks.</summary>
    static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    /// <summary>How long it stays silent at most.</summary>
    static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(15);

    byte[] shown = [];
    long shownAt = clock.GetTimestamp();

    /// <summary>The summary as it is now.</summary>
    public byte[] Now() => SummaryJson.Write(ledger.Summarise(), presence, MaxDevices);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                if (feed.HasViewers)
                    Show();
            }
        }
        catch (OperationCanceledException)
        {
            // The program ends.
        }
    }

    void Show()
    {
        try
        {
            var now = Now();
            if (now.AsSpan().SequenceEqual(shown) && clock.GetElapsedTime(shownAt) < LongestSilence)
                return;
            shown = now;
            shownAt = clock.GetTimestamp();
            feed.Publish(LiveFeed.Summary(now));
        }
        catch (IOException error)
        {
            log.LedgerUnreadable(error);
        }
    }
}
