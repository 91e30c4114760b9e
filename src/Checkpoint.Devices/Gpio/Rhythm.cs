namespace Checkpoint.Devices.Gpio;

/// <summary>On, off, how often: as a function of time. Pure.</summary>
/// <param name="On">Length of each time that it is on; zero for never.</param>
/// <param name="Off">Between two of them; zero for one without a gap.</param>
/// <param name="Count">How often; 0 for ever.</param>
readonly record struct Rhythm(TimeSpan On, TimeSpan Off, int Count)
{
    /// <summary>Whether it is on.</summary>
    /// <param name="since">Time since it began.</param>
    public bool IsOnAt(TimeSpan since)
    {
        if (On <= TimeSpan.Zero || IsOverAt(since))
            return false;
        return Off <= TimeSpan.Zero || Phase(since) < On;
    }

    /// <summary>When it changes next.</summary>
    /// <param name="since">Time since it began.</param>
    /// <returns>Time since it began, later than <paramref name="since"/>; null if it stays as it is.</returns>
    public TimeSpan? NextChangeAfter(TimeSpan since)
    {
        if (On <= TimeSpan.Zero || IsOverAt(since))
            return null;
        if (Off <= TimeSpan.Zero)
            return Count == 0 ? null : On * Count;
        var start = since - Phase(since);
        if (Phase(since) < On)
            return start + On;
        var next = start + On + Off;
        return IsOverAt(next) ? null : next;
    }

    bool IsOverAt(TimeSpan since) => Count > 0 && since >= Period * Count;

    TimeSpan Period => Off > TimeSpan.Zero ? On + Off : On;

    TimeSpan Phase(TimeSpan since) => TimeSpan.FromTicks(since.Ticks % Period.Ticks);
}
