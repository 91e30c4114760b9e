using System.Collections.Immutable;
using Checkpoint.Signals.Speaking;

namespace Checkpoint.Signals.Announcing;

/// <summary>
/// Says which announcement is to be begun now. Due are times of day, so nothing is announced by a clock that is not trusted, and nothing twice when
/// a clock is set back. People at the gate go before: an announcement waits for them, is begun anew if they cut it off, and is dropped when it is
/// late. Pure.
/// </summary>
public static class AnnouncementPlanner
{
    /// <summary>An announcement that could not begin so long after its time is dropped. Less than the least distance between two times.</summary>
    public static readonly TimeSpan LatestBy = TimeSpan.FromMinutes(5);

    /// <summary>It begins when the gate has been idle for so long: not into the next one's ears.</summary>
    public static readonly TimeSpan CalmFor = TimeSpan.FromSeconds(10);

    /// <summary>Silence between two of them.</summary>
    public static readonly TimeSpan Between = TimeSpan.FromSeconds(30);

    /// <summary>An announcement that was cut off so often is dropped: its beginning has been heard often enough.</summary>
    public const int MostStarts = 3;

    /// <summary>Takes a look.</summary>
    /// <param name="schedule">What is announced.</param>
    /// <param name="state">What is known.</param>
    /// <param name="now">The moment; its elapsed time never goes back.</param>
    public static AnnouncementStep Look(AnnouncementSchedule schedule, AnnouncementState state, AnnouncementMoment now)
    {
        var due = schedule.Items.Select((_, number) => DueAt(schedule, number, state, now)).ToImmutableArray();
        var dropped = state.Items.Select((item, number) => (item.Pending, number))
            .Where(item => item.Pending is not null && item.Pending != due[item.number])
            .Select(item => new AnnouncementDue(item.number, item.Pending!.Value)).ToImmutableArray();
        var next = state with
        {
            Items = [.. state.Items.Select((item, number) => item.With(due[number]))],
            CalmSince = now.IsIdle ? state.CalmSince ?? now.Elapsed : null,
        };
        return new(next, IsCalm(next, now) ? First(due) : null, dropped);
    }

    /// <summary>Takes in how an announcement ended.</summary>
    /// <param name="state">What was known when it began.</param>
    /// <param name="due">Which.</param>
    /// <param name="end">How.</param>
    /// <param name="beganAt">When it began, since the program started.</param>
    /// <param name="at">When it ended.</param>
    public static AnnouncementStep End(AnnouncementState state, AnnouncementDue due, SpeechEnd end, TimeSpan beganAt, TimeSpan at)
    {
        var item = state.Items[due.Number];
        item = item with { Starts = item.Starts + 1, HeardAt = end == SpeechEnd.Whole ? beganAt : item.HeardAt };
        var isGivenUp = end != SpeechEnd.Whole && item.Starts >= MostStarts;
        if (end == SpeechEnd.Whole || isGivenUp)
            item = item.Finished(due.Slot);
        return new(state with { Items = state.Items.SetItem(due.Number, item), EndedAt = at }, null, isGivenUp ? [due] : []);
    }

    static bool IsCalm(AnnouncementState state, AnnouncementMoment now) =>
        state.CalmSince is { } since && now.Elapsed - since >= CalmFor && (state.EndedAt is not { } ended || now.Elapsed - ended >= Between);

    static AnnouncementDue? First(ImmutableArray<DateTime?> due) => due
        .Select((slot, number) => (slot, number))
        .Where(item => item.slot is not null)
        .OrderBy(item => item.slot)
        .Select(item => (AnnouncementDue?)new AnnouncementDue(item.number, item.slot!.Value))
        .FirstOrDefault();

    static DateTime? DueAt(AnnouncementSchedule schedule, int number, AnnouncementState state, AnnouncementMoment now)
    {
        var (item, history) = (schedule.Items[number], state.Items[number]);
        if (now.Local is not { } local || schedule.Quiet.Contains(TimeOnly.FromDateTime(local)) || WasHeardOfLate(item, history, now.Elapsed))
            return null;
        return item.SlotsUpTo(local).Select(slot => (DateTime?)slot).FirstOrDefault() is { } slot
            && local - slot < LatestBy && local - slot <= now.Elapsed - state.StartedAt
            && !schedule.Quiet.Contains(TimeOnly.FromDateTime(slot)) && !history.Done.Contains(slot) ? slot : null;
    }

    // Whatever the clock says by now. Half the distance leaves room for one that was late before one that is on time.
    static bool WasHeardOfLate(AnnouncementItem item, AnnouncementHistory history, TimeSpan elapsed) =>
        history.HeardAt is { } heard && elapsed - heard < item.Apart / 2;
}
