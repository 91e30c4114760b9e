using System.Text;

namespace Checkpoint.Hosting.Health;

/// <summary>A number that rises and falls. Thread-safe and lock-free.</summary>
public sealed class Gauge : Instrument
{
    readonly Func<double>? read;
    double value;

    internal Gauge(IReadOnlyList<(string Name, string Value)> labels, Func<double>? read)
        : base(labels) => this.read = read;

    /// <summary>The number now.</summary>
    public double Value => read?.Invoke() ?? Volatile.Read(ref value);

    /// <summary>Sets the number.</summary>
    public void Set(double to) => Volatile.Write(ref value, to);

    internal override void Write(StringBuilder text, string name) => WriteSample(text, name, Value);
}
