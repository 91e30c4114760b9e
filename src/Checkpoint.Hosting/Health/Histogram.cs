using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Checkpoint.Hosting.Health;

/// <summary>How many observations fell at or below each of some fixed bounds, and their sum. Thread-safe and lock-free.</summary>
/// <remarks>
/// Each observation also goes, as it is, to whoever listens to the meter <see cref="Metrics.MeterName"/> of System.Diagnostics.Metrics
/// (dotnet-counters, OpenTelemetry): there a figure is as fine as it was measured. With nobody listening that costs one comparison.
/// </remarks>
public sealed class Histogram : Instrument
{
    static readonly Meter Meter = new(Metrics.MeterName);

    readonly Histogram<double> raw;
    readonly double[] bounds;
    readonly long[] counts;
    double sum;

    internal Histogram(string name, string help, IReadOnlyList<(string Name, string Value)> labels, IReadOnlyList<double> bounds)
        : base(labels)
    {
        raw = Meter.CreateHistogram<double>(name, unit: null, help, [.. labels.Select(label => new KeyValuePair<string, object?>(label.Name, label.Value))]);
        this.bounds = [.. bounds];
        counts = new long[bounds.Count + 1];
    }

    /// <summary>Counts one observation, in the unit that the name ends in.</summary>
    public void Observe(double observation)
    {
        raw.Record(observation);
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
