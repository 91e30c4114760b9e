using System.Globalization;
using System.Text;

namespace Checkpoint.Hosting.Health;

/// <summary>How many observations fell at or below each of some fixed bounds, and their sum. Thread-safe and lock-free.</summary>
public sealed class Histogram : Instrument
{
    readonly double[] bounds;
    readonly long[] counts;
    double sum;

    internal Histogram(IReadOnlyList<(string Name, string Value)> labels, IReadOnlyList<double> bounds)
        : base(labels)
    {
        this.bounds = [.. bounds];
        counts = new long[bounds.Count + 1];
    }

    /// <summary>Counts one observation, in the unit that the name ends in.</summary>
    public void Observe(double observation)
    {
        var found = Array.BinarySearch(bounds, observation);
        Interlocked.Increment(ref counts[found < 0 ? ~found : found]);

        double before;
        do
            before = Volatile.Read(ref sum);
        while (Interlocked.CompareExchange(ref sum, before + observation, before) != before);
    }

    internal override void Write(StringBuilder text, string name)
    {
        var total = 0L;
        for (var i = 0; i < counts.Length; i++)
        {
            total += Volatile.Read(ref counts[i]);
            var bound = i < bounds.Length ? bounds[i].ToString("R", CultureInfo.InvariantCulture) : "+Inf";
            WriteSample(text, name + "_bucket", total, ("le", bound));
        }

        WriteSample(text, name + "_sum", Volatile.Read(ref sum));
        WriteSample(text, name + "_count", total);
    }
}
