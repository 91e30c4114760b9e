using System.Globalization;
using Checkpoint.Devices;
using Checkpoint.Edge.Outbox;
using Checkpoint.Journaling;
using Checkpoint.Sensing.Calibrating;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Sensing.Calibrating;

/// <summary>Takes a new calibration within a minute, and says once a day that one is overdue.</summary>
sealed class CalibrationLoop(
    CalibrationStore store, CalibrationView view, SensorSet sensors, OutboxInbox outbox, GateClock clock, TimeProvider time, ILogger<CalibrationLoop> log)
    : BackgroundService
{
    /// <summary>How often the file is looked at.</summary>
    public static readonly TimeSpan Turn = TimeSpan.FromMinutes(1);

    /// <summary>How often it is said that a calibration is overdue.</summary>
    public static readonly TimeSpan Reminder = TimeSpan.FromDays(1);

    TimeSpan? remindedAt;
    bool isBad;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Look();
        using var timer = new PeriodicTimer(Turn, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            Look();
    }

    /// <summary>One turn.</summary>
    public void Look()
    {
        Take();
        var isDated = clock.Quality != ClockQuality.Unknown; // only a reminder hangs on it
        if (!sensors.NeedsCalibration || !isDated || !CalibrationStore.Rule.IsOverdue(view.Stored, clock.Wall))
            return;
        if (remindedAt is { } last && clock.Elapsed - last < Reminder)
            return;
        remindedAt = clock.Elapsed;
        log.CalibrationOverdue();
        outbox.Raise(AlarmKind.CalibrationOverdue, DetailOf(view.Stored));
    }

    void Take()
    {
        try
        {
            var stored = store.Load();
            if (stored?.Run.At != view.Stored?.Run.At)
                log.CalibrationTaken();
            (view.Stored, isBad) = (stored, false);
        }
        catch (Exception error) when (error is IOException or InvalidDataException)
        {
            if (!isBad)
                log.CalibrationUnread(error);
            isBad = true;
        }
    }

    static string DetailOf(Calibration? stored) => stored is { } known
        ? $"due {known.DueAt(CalibrationStore.Rule).UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"
        : "never calibrated";
}
