namespace Checkpoint.Signals.Announcing;

/// <summary>Hours of a day, over midnight if they end before they begin; none if they end when they begin.</summary>
/// <param name="From">The first moment.</param>
/// <param name="Until">The first moment after them.</param>
public readonly record struct DayHours(TimeOnly From, TimeOnly Until)
{
    /// <summary>Whether a time of day is within them.</summary>
    public bool Contains(TimeOnly time) => time.IsBetween(From, Until);

    /// <summary>The times at equal distances from the first moment on, before the last.</summary>
    /// <param name="every">The distance, more than zero.</param>
    public IEnumerable<TimeOnly> Steps(TimeSpan every)
    {
        var length = Until - From;
        for (var past = TimeSpan.Zero; past < length; past += every)
            yield return From.Add(past);
    }
}
