namespace Checkpoint.Hosting.Mqtt;

/// <summary>
/// How long to wait before the next attempt: a random time up to a ceiling that doubles from 1 s to 60 s. The full jitter keeps ten
/// thousand boxes from coming back in step after a broker's restart
/// (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/). When to start over is the caller's to judge.
/// </summary>
/// <remarks>Not thread-safe.</remarks>
public sealed class BackOff
{
    /// <summary>The first ceiling.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    /// <summary>The last ceiling.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    TimeSpan ceiling = Shortest;

    /// <summary>The next wait, zero up to the present ceiling, which then doubles.</summary>
    public TimeSpan Next(Random random)
    {
#pragma warning disable CA5394 // jitter is spread, not a secret, and tests want it repeatable
        var wait = ceiling * random.NextDouble();
#pragma warning restore CA5394
        ceiling = ceiling * 2 < Longest ? ceiling * 2 : Longest;
        return wait;
    }

    /// <summary>Starts over at the shortest ceiling.</summary>
    public void Reset() => ceiling = Shortest;
}
