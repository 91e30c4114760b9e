using Checkpoint.Delivery;

namespace Checkpoint.Devices.Gpio;

/// <summary>How often a device's lines failed, or a loudspeaker or its voices, and whether they work now. Thread-safe; told by one thread at a time.</summary>
public sealed class LineFaults
{
    /// <summary>The first wait before they are asked for again; it doubles.</summary>
    public static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);

    /// <summary>The last wait.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    volatile string? current;
    int inARow;
    int count;

    /// <summary>Comes on the thread that uses them; return soon, and do not throw.</summary>
    public event EventHandler<LineFaultEventArgs>? Happened;

    /// <summary>How often they failed.</summary>
    public int Count => Volatile.Read(ref count);

    /// <summary>What is wrong now; null while they work.</summary>
    public string? Current => current;

    /// <summary>They work.</summary>
    internal void Clear() => (inARow, current) = (0, null);

    /// <summary>They failed.</summary>
    /// <returns>How long to wait before they are asked for again.</returns>
    internal TimeSpan Add(IOException error)
    {
        var wait = BackOff.Doubled(ShortestWait, inARow++, LongestWait);
        Interlocked.Increment(ref count);
        current = error.Message;
        Happened?.Invoke(this, new(error, wait));
        return wait;
    }
}
