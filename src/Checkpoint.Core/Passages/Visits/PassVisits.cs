using Checkpoint.Policies;

namespace Checkpoint.Passages.Visits;

/// <summary>What this gate remembers of one pass.</summary>
public sealed record PassVisits
{
    /// <summary>When it was last let in; null if it was not, or at a time that is not known.</summary>
    public DateTimeOffset? LastEntry { get; init; }

    /// <summary>When it last went out; null if it did not, or at a time that is not known.</summary>
    public DateTimeOffset? LastExit { get; init; }

    /// <summary>The local day that <see cref="Entries"/> were on.</summary>
    public DateOnly Day { get; init; }

    /// <summary>Entries on <see cref="Day"/>.</summary>
    public int Entries { get; init; }

    /// <summary>Whether it was let in last, and not out.</summary>
    public bool IsInside { get; init; }

    /// <summary>Whether it was seen at a time that is not known since <see cref="Day"/> began: its counts and times are not known either.</summary>
    public bool IsUntimed { get; init; }

    /// <summary>The newest moment that is known of it.</summary>
    public DateTimeOffset LastSeen => LastEntry > LastExit || LastExit is null ? LastEntry ?? default : LastExit.Value;

    /// <summary>The pass after it was let through once more.</summary>
    public PassVisits After(VisitEvent visit)
    {
        var isEntry = visit.Direction == Direction.Entry;
        if (visit.At is not { } at)
            return this with { IsInside = isEntry, IsUntimed = true };

        var day = DateOnly.FromDateTime(at.DateTime);
        var isNewDay = day != Day;
        return this with
        {
            LastEntry = isEntry ? at : LastEntry,
            LastExit = isEntry ? LastExit : at,
            Day = day,
            Entries = (isNewDay ? 0 : Entries) + (isEntry ? 1 : 0),
            IsInside = isEntry,
            IsUntimed = IsUntimed && !isNewDay,
        };
    }

    /// <summary>What a decision may know of it.</summary>
    /// <param name="now">Local time; null if the clock is not to be trusted.</param>
    /// <param name="presumedOut">When whoever forgot to show the pass on the way out is presumed out.</param>
    public VisitFacts FactsAt(DateTimeOffset? now, TimeOnly presumedOut)
    {
        if (now is not { } local || IsUntimed)
            return new(null, IsInside ? null : false, null, null);
        return new(
            Day == DateOnly.FromDateTime(local.DateTime) ? Entries : 0,
            IsInside && LastEntry >= LastBefore(local, presumedOut),
            Minutes(local, LastEntry),
            Minutes(local, LastExit));
    }

    /// <summary>The latest moment with this time of day that is not after another.</summary>
    public static DateTimeOffset LastBefore(DateTimeOffset now, TimeOnly time)
    {
        var today = new DateTimeOffset(now.Date + time.ToTimeSpan(), now.Offset);
        return today <= now ? today : today.AddDays(-1);
    }

    // A clock set back makes no negative time.
    static int Minutes(DateTimeOffset now, DateTimeOffset? before) => before is { } moment
        ? (int)Math.Clamp((now - moment).TotalMinutes, 0, VisitFacts.Never)
        : VisitFacts.Never;
}
