namespace Checkpoint.Testing.Kernel.Clocks;

/// <summary>Where a clock is set to.</summary>
public static class ClockTarget
{
    /// <summary>How long before a border the clock is set, so that it crosses it by itself.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromSeconds(4);

    /// <summary>The midnight before which the kernel inserts a leap second.</summary>
    public static readonly DateTimeOffset YearEnd = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // Long after the kernel's own start: a clock cannot be set to before that.
    static readonly TimeSpan AfterUnixEpoch = TimeSpan.FromHours(2);

    /// <summary>The moment that the clock is set to, or null where it is set by the true time or by what it shows.</summary>
    /// <param name="move">What is done; one that sets the clock.</param>
    /// <param name="zone">Where the box is.</param>
    public static DateTimeOffset? Moment(ClockMove move, string zone) => move switch
    {
        ClockMove.NineteenSeventy => DateTimeOffset.UnixEpoch + AfterUnixEpoch,
        ClockMove.SummerBegins => Borders(zone).Begins - Ahead,
        ClockMove.SummerEnds => Borders(zone).Ends - Ahead,
        ClockMove.LeapSecond => YearEnd - Ahead,
        _ => null,
    };

    /// <summary>How far ahead of the truth the clock is set.</summary>
    /// <param name="move">What is done; one that sets the clock by the true time.</param>
    /// <param name="truth">What time it is.</param>
    public static TimeSpan Off(ClockMove move, DateTimeOffset truth) => move switch
    {
        ClockMove.TwentyYearsOn => truth.AddYears(20) - truth,
        ClockMove.TwentyYearsBack => truth.AddYears(-20) - truth,
        ClockMove.HourOn => TimeSpan.FromHours(1),
        ClockMove.HourBack => TimeSpan.FromHours(-1),
        _ => TimeSpan.Zero,
    };

    /// <summary>When summer time begins and ends somewhere: in Germany the next one, in China the last that there was, in 1991.</summary>
    public static (DateTimeOffset Begins, DateTimeOffset Ends) Borders(string zone) => string.Equals(zone, "Asia/Shanghai", StringComparison.Ordinal)
        ? (new(1991, 4, 13, 18, 0, 0, TimeSpan.Zero), new(1991, 9, 14, 17, 0, 0, TimeSpan.Zero))
        : (new(2027, 3, 28, 1, 0, 0, TimeSpan.Zero), new(2027, 10, 31, 1, 0, 0, TimeSpan.Zero));
}
