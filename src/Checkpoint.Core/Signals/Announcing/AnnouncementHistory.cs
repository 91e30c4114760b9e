using System.Collections.Immutable;

namespace Checkpoint.Signals.Announcing;

/// <summary>What became of one announcement.</summary>
/// <param name="Done">The local times that were announced or given up, the newest last; at most as many as a day can have.</param>
/// <param name="HeardAt">When it last began to be heard to its end, since the program started; null if it never was.</param>
/// <param name="Pending">The local time that it is due at now; null if it is not.</param>
/// <param name="Starts">How often it was begun for that time.</param>
public sealed record AnnouncementHistory(ImmutableArray<DateTime> Done, TimeSpan? HeardAt, DateTime? Pending, int Starts)
{
    /// <summary>Nothing yet.</summary>
    public static AnnouncementHistory None { get; } = new([], HeardAt: null, Pending: null, Starts: 0);

    /// <summary>It is due at a time, or at none.</summary>
    internal AnnouncementHistory With(DateTime? pending) => pending == Pending ? this : this with { Pending = pending, Starts = 0 };

    /// <summary>Nothing more is to be done about the time that it is due at.</summary>
    internal AnnouncementHistory Finished(DateTime slot)
    {
        var room = Done.Length < AnnouncementItem.MostTimes ? Done : Done.RemoveAt(0);
        return this with { Done = room.Add(slot), Pending = null, Starts = 0 };
    }
}
