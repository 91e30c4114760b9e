using System.Collections.Immutable;

namespace Checkpoint.Signals.Announcing;

/// <summary>What is known of announcing so far.</summary>
/// <param name="Items">Of each announcement of the schedule.</param>
/// <param name="StartedAt">When it was first looked at: what was due before is not made up for.</param>
/// <param name="CalmSince">Since when the gate is idle; null if it is not.</param>
/// <param name="EndedAt">When an announcement last ended; null if none did.</param>
public sealed record AnnouncementState(ImmutableArray<AnnouncementHistory> Items, TimeSpan StartedAt, TimeSpan? CalmSince, TimeSpan? EndedAt)
{
    /// <summary>Nothing was announced yet.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="at">Now, since the program started.</param>
    public static AnnouncementState Begin(AnnouncementSchedule schedule, TimeSpan at) =>
        new([.. schedule.Items.Select(_ => AnnouncementHistory.None)], at, CalmSince: null, EndedAt: null);
}
