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

    /// <summary>The time to set.</summary>
    /// <param name="move">What is done; one that sets the clock.</param>
    /// <param name="zone">Where the box is.</param>
    /// <param name="truth">What time it is.</param>
    /// <param name="shown">What the clock shows.</param>
    public static DateTimeOffset Of(ClockMove move, string zone, DateTimeOffset truth, DateTimeOffset shown) => move switch
    {
        ClockMove.SetRight or ClockMove.Answered => truth,
        ClockMove.TwentyYearsOn => truth.AddYears(20),
        ClockMove.TwentyYearsBack => truth.AddYears(-20),
        ClockMove.NineteenSeventy => DateTimeOffset.UnixEpoch + AfterUnixEpoch,
        ClockMove.SummerBegins => Borders(zone).Begins - Ahead,
        ClockMove.SummerEnds => Borders(zone).Ends - Ahead,
        ClockMove.HourOn => truth.AddHours(1),
        ClockMove.HourBack => truth.AddHours(-1),
        ClockMove.SecondOn => shown.AddSeconds(1),
        ClockMove.SecondBack => shown.AddSeconds(-1),
        ClockMove.LeapSecond => YearEnd - Ahead,
        _ => shown,
    };

    /// <summary>When summer time begins and ends somewhere: in Germany the next one, in China the last that there was, in 1991.</summary>
    public static (DateTimeOffset Begins, DateTimeOffset Ends) Borders(string zone) => string.Equals(zone, "Asia/Shanghai", StringComparison.Ordinal)
        ? (new(1991, 4, 13, 18, 0, 0, TimeSpan.Zero), new(1991, 9, 14, 17, 0, 0, TimeSpan.Zero))
        : (new(2027, 3, 28, 1, 0, 0, TimeSpan.Zero), new(2027, 10, 31, 1, 0, 0, TimeSpan.Zero));
}
