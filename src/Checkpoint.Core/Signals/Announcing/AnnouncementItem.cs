using System.Collections.Immutable;

namespace Checkpoint.Signals.Announcing;

/// <summary>One announcement of a schedule, and when it is due.</summary>
/// <param name="What">The announcement.</param>
/// <param name="Times">Local times of day, ascending, 1 to <see cref="MostTimes"/>, at least <see cref="LeastApart"/> from one another over midnight too.</param>
/// <param name="Days">The days of the week on which they count.</param>
public sealed record AnnouncementItem(Announcement What, ImmutableArray<TimeOnly> Times, ImmutableHashSet<DayOfWeek> Days)
{
    /// <summary>The most times in a day.</summary>
    public const int MostTimes = 144;

    /// <summary>The least distance between two of them.</summary>
    public static readonly TimeSpan LeastApart = TimeSpan.FromMinutes(10);

    /// <summary>The least distance between two of its times, a whole day if there is but one.</summary>
    public TimeSpan Apart { get; } = LeastOf(Times);

    /// <summary>The times of days around a moment that are not later than it, the latest first.</summary>
    /// <param name="local">The moment, local time.</param>
    public IEnumerable<DateTime> SlotsUpTo(DateTime local)
    {
        var today = DateOnly.FromDateTime(local);
        return ((DateOnly[])[today, today.AddDays(-1)]).Where(day => Days.Contains(day.DayOfWeek))
            .SelectMany(day => Times.Reverse().Select(time => day.ToDateTime(time)))
            .Where(slot => slot <= local);
    }

    /// <summary>The least distance between any two times of day, a whole day if there are fewer than two.</summary>
    /// <param name="times">Ascending.</param>
    public static TimeSpan LeastOf(ImmutableArray<TimeOnly> times)
    {
        var day = TimeSpan.FromDays(1);
        return times.Length < 2 ? day : times.Select((time, i) => i == 0 ? time.ToTimeSpan() - times[^1].ToTimeSpan() + day : time - times[i - 1]).Min();
    }
}
