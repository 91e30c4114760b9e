using Checkpoint.Devices;
using Checkpoint.Edge.Passages;
using Checkpoint.Signals;
using Checkpoint.Signals.Announcing;
using Checkpoint.Signals.Speaking;

namespace Checkpoint.Edge.Announcing;

/// <summary>Has announcements said when they are due and nobody is at the gate. A prompt cuts them off by itself, at the loudspeaker.</summary>
/// <param name="schedule">What is announced.</param>
/// <param name="speaker">Says it.</param>
/// <param name="view">Tells whether the gate is free.</param>
/// <param name="clock">What is due goes by it.</param>
/// <param name="time">What the loop turns by: the gate's devices'.</param>
/// <param name="log">The log of what was heard.</param>
sealed class AnnouncementLoop(
    AnnouncementSchedule schedule, ISpeaker speaker, GateView view, GateClock clock, TimeProvider time, ILogger<AnnouncementLoop> log) : BackgroundService
{
    /// <summary>How often it looks.</summary>
    public static readonly TimeSpan Turn = TimeSpan.FromSeconds(1);

    AnnouncementState state = AnnouncementState.Begin(schedule, clock.Elapsed);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (schedule.Items.IsEmpty)
            return;
        using var timer = new PeriodicTimer(Turn, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await LookAsync(stoppingToken);
    }

    /// <summary>One turn: lasts as long as what is announced.</summary>
    public async Task LookAsync(CancellationToken cancel)
    {
        var now = new AnnouncementMoment(clock.Local?.DateTime, clock.Elapsed, IsIdle: view.Now.Signal.Kind == SignalKind.Free);
        var step = AnnouncementPlanner.Look(schedule, state, now);
        Take(step);
        if (step.Play is { } due)
            await PlayAsync(due, cancel);
    }

    async Task PlayAsync(AnnouncementDue due, CancellationToken cancel)
    {
        var began = clock.Elapsed;
        var end = await speaker.PlayAsync(new Speech.Announced(schedule.Items[due.Number].What), cancel);
        if (end == SpeechEnd.Whole)
            log.AnnouncementHeard(due.Number, due.Slot);
        Take(AnnouncementPlanner.End(state, due, end, began, clock.Elapsed));
    }

    void Take(AnnouncementStep step)
    {
        state = step.Next;
        foreach (var dropped in step.Dropped)
            log.AnnouncementDropped(dropped.Number, dropped.Slot);
    }
}
