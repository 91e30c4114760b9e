using System.Text;
using System.Text.RegularExpressions;

namespace Checkpoint.Hosting.Health;

/// <summary>
/// The program's metrics in Prometheus text format 0.0.4 (https://prometheus.io/docs/instrumenting/exposition_formats/). Every series
/// is made once, by name, at the start: no label value can come from outside and swell the list.
/// </summary>
/// <remarks>Make the instruments from one thread; updating them and writing them out is thread-safe.</remarks>
public sealed partial class Metrics
{
    /// <summary>Name of the meter on which every observation of a histogram can be listened to.</summary>
    public const string MeterName = "Checkpoint";

    /// <summary>Series that may be made.</summary>
    public const int MaxSeries = 1000;

    readonly OrderedDictionary<string, Family> families = new(StringComparer.Ordinal);
    int series;

    /// <summary>Makes a counter; its name ends in <c>_total</c>.</summary>
    /// <exception cref="ArgumentException">A name is not valid, or this series is there already.</exception>
    /// <exception cref="InvalidOperationException">There are <see cref="MaxSeries"/> already.</exception>
    public Counter Counter(string name, string help, params IReadOnlyList<(string Name, string Value)> labels) =>
        Add(name, help, "counter", new Counter(labels), labels);

    /// <summary>Makes a gauge that is set.</summary>
    /// <inheritdoc cref="Counter" path="/exception"/>
    public Gauge Gauge(string name, string help, params IReadOnlyList<(string Name, string Value)> labels) =>
        Add(name, help, "gauge", new Gauge(labels, read: null), labels);

    /// <summary>Makes a gauge that is read when somebody looks.</summary>
    /// <inheritdoc cref="Counter" path="/exception"/>
    public Gauge Gauge(string name, string help, Func<double> read, params IReadOnlyList<(string Name, string Value)> labels) =>
        Add(name, help, "gauge", new Gauge(labels, read), labels);

    /// <summary>Makes a histogram; its bounds rise, and one without a bound comes after them by itself.</summary>
    /// <inheritdoc cref="Counter" path="/exception"/>
    public Histogram Histogram(
        string name, string help, IReadOnlyList<double> bounds, params IReadOnlyList<(string Name, string Value)> labels)
    {
        if (bounds.Count == 0 || bounds.Zip(bounds.Skip(1)).Any(b => !(b.First < b.Second)))
            throw new ArgumentException("Expected rising bounds.", nameof(bounds));
        return Add(name, help, "histogram", new Histogram(name, help, labels, bounds), labels);
    }

    /// <summary>Everything, in the order it was made, series of one name together.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (name, family) in families)
        {
            text.Append("# HELP ").Append(name).Append(' ').Append(Escape(family.Help)).Append('\n');
            text.Append("# TYPE ").Append(name).Append(' ').Append(family.Type).Append('\n');
            foreach (var instrument in family.Instruments)
                instrument.Write(text, name);
        }

        return text.ToString();
    }

    T Add<T>(string name, string help, string type, T instrument, IReadOnlyList<(string Name, string Value)> labels)
        where T : Instrument
    {
        if (!MetricName().IsMatch(name) || labels.Any(l => !LabelName().IsMatch(l.Name)))
            throw new ArgumentException($"'{name}{instrument.Labels}' is not a valid name.", nameof(name));
        if (series == MaxSeries)
            throw new InvalidOperationException($"More than {MaxSeries} series.");
        if (!families.TryGetValue(name, out var family))
            families.Add(name, family = new(help, type, []));
        if (!string.Equals(family.Type, type, StringComparison.Ordinal)
            || family.Instruments.Exists(i => string.Equals(i.Labels, instrument.Labels, StringComparison.Ordinal)))
        {
            throw new ArgumentException($"'{name}{instrument.Labels}' is there already.", nameof(name));
        }

        family.Instruments.Add(instrument);
        series++;
        return instrument;
    }

    static string Escape(string help) =>
        help.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    [GeneratedRegex("^[a-zA-Z_:][a-zA-Z0-9_:]*\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MetricName();

    [GeneratedRegex("^[a-zA-Z_][a-zA-Z0-9_]*\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LabelName();

    sealed record Family(string Help, string Type, List<Instrument> Instruments);
}
