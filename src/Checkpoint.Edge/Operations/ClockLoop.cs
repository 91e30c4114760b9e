using Checkpoint.Clocks;
using Checkpoint.Delivery;
using Checkpoint.Edge.Journaling;
using Checkpoint.Edge.Outbox;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Operations;

/// <summary>Looks at the clocks each second, and writes down when the gate's time was turned.</summary>
sealed class ClockLoop(GateClock clock, GateJournal journal, OutboxInbox outbox, TimeProvider time, ILogger<ClockLoop> log) : BackgroundService
{
    /// <summary>How often it looks.</summary>
    public static readonly TimeSpan Turn = TimeSpan.FromSeconds(1);

    /// <summary>Turns of the clock that are journaled at once; a clock that somebody plays with must not fill the journal.</summary>
    public const int Burst = 8;

    /// <summary>Turns that are journaled in a second, in the long run: one a minute.</summary>
    public const double PerSecond = 1.0 / 60;

    TokenBucket budget = new(Burst, TimeSpan.Zero);

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
        while (clock.PeekChange() is { } change)
        {
            if (!TryNote(change))
                return; // tried again in a second
            clock.ForgetChange();
        }
    }

    bool TryNote(ClockChange change)
    {
        budget = budget.Filled(clock.Elapsed, PerSecond, Burst);
        if (budget.Tokens < 1)
        {
            log.ClockPlayedWith(change.Turn, change.By);
            return true;
        }

        try
        {
            var key = journal.Append(change);
            budget = budget.Without(1);
            outbox.JournalGrew();
            log.ClockTurned(key.Seq, change.Turn, change.By, change.After.Quality);
            if (change.IsWorrying)
                outbox.Raise(AlarmKind.ClockTurned, $"entry {key.Seq}");
            return true;
        }
        catch (IOException error)
        {
            log.ClockTurnNotWritten(error);
            return false;
        }
    }
}
