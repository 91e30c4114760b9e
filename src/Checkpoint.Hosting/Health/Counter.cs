using System.Text;

namespace Checkpoint.Hosting.Health;

/// <summary>A number that only rises, from 0 at the program's start. Thread-safe and lock-free.</summary>
public sealed class Counter : Instrument
{
    long value;

    internal Counter(IReadOnlyList<(string Name, string Value)> labels)
        : base(labels)
    {
    }

    /// <summary>The count so far.</summary>
    public long Value => Volatile.Read(ref value);

    /// <summary>Adds one.</summary>
    public void Increment() => Interlocked.Increment(ref value);

    /// <summary>Adds some.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public void Add(long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        Interlocked.Add(ref value, count);
    }

    internal override void Write(StringBuilder text, string name) => WriteSample(text, name, Value);
}
