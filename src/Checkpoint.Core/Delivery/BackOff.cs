namespace Checkpoint.Delivery;

/// <summary>
/// How long to wait before the next attempt: a random time up to a ceiling that doubles from 1 s to 60 s. The full jitter keeps ten
/// thousand boxes from coming back in step after a broker's restart
/// (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/). When to start over is the caller's to judge. Pure.
/// </summary>
public static class BackOff
{
    /// <summary>The first ceiling.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    /// <summary>The last ceiling.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>The next wait.</summary>
    /// <param name="failures">Failures in a row before this one, from 0.</param>
    /// <param name="jitter">A random number; below 0 counts as 0, above 1 as 1.</param>
    public static TimeSpan Wait(int failures, double jitter) => Doubled(Shortest, failures, Longest) * Math.Clamp(jitter, 0, 1);

    /// <summary>A length of time that doubles each time, up to a longest.</summary>
    public static TimeSpan Doubled(TimeSpan first, int times, TimeSpan longest)
    {
        const int enough = 16; // 2^16 times anything here is over every limit
        var wait = first * (1L << Math.Min(times, enough));
        return wait < longest ? wait : longest;
    }
}
