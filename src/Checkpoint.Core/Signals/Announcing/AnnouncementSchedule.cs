using System.Collections.Immutable;

namespace Checkpoint.Signals.Announcing;

/// <summary>What is announced, and when nothing is.</summary>
/// <param name="Items">The announcements; the item at each place has that number. At most <see cref="MostItems"/>.</param>
/// <param name="Quiet">The quiet hours: an announcement that is due within them is not made up for.</param>
public sealed record AnnouncementSchedule(ImmutableArray<AnnouncementItem> Items, DayHours Quiet)
{
    /// <summary>The most announcements.</summary>
    public const int MostItems = 32;
}
