using Checkpoint.Delivery;

namespace Checkpoint.Devices.Buses;

/// <summary>
/// Something that is opened when it is first used, and again after it has not answered for a while: its plug was pulled, or it lost its power and
/// with it its settings. Not thread-safe.
/// </summary>
/// <typeparam name="T">What is opened.</typeparam>
/// <param name="open">Opens it; throws <see cref="IOException"/> if it is not there.</param>
/// <param name="clock">What the back-off goes by.</param>
sealed class Plugged<T>(Func<T> open, TimeProvider clock)
    where T : class
{
    /// <summary>Uses in a row without an answer after which it is opened anew.</summary>
    public const int MostSilent = 50;

    /// <summary>The first wait before it is opened again; it doubles.</summary>
    public static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);

    /// <summary>The last wait.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    readonly long start = clock.GetTimestamp();
    T? current;
    TimeSpan due;
    int failures;
    int silent;

    /// <summary>What is open, opened now if it is time to.</summary>
    /// <exception cref="IOException">It is not there; the message says why.</exception>
    public T Get()
    {
        if (current is not null)
            return current;
        var now = clock.GetElapsedTime(start);
        if (now < due)
            throw new IOException("It could not be opened a moment ago.");
        try
        {
            (current, silent) = (open(), 0);
            return current;
        }
        catch (IOException)
        {
            due = now + BackOff.Doubled(ShortestWait, failures++, LongestWait);
            throw;
        }
    }

    /// <summary>Says whether it answered.</summary>
    public void Answered(bool it)
    {
        silent = it ? 0 : silent + 1;
        if (it)
            failures = 0;
        if (silent >= MostSilent)
            Close();
    }

    /// <summary>Closes it; the next use opens it.</summary>
    public void Close()
    {
        (current as IDisposable)?.Dispose();
        (current, silent) = (null, 0);
    }
}
