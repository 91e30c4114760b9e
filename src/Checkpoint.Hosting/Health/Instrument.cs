using System.Globalization;
using System.Text;

namespace Checkpoint.Hosting.Health;

/// <summary>One series of a metric, made by <see cref="Metrics"/> once and updated from anywhere.</summary>
public abstract class Instrument
{
    readonly IReadOnlyList<(string Name, string Value)> labels;

    private protected Instrument(IReadOnlyList<(string Name, string Value)> labels) => this.labels = labels;

    internal string Labels => Render(labels);

    internal abstract void Write(StringBuilder text, string name);

    private protected void WriteSample(StringBuilder text, string name, double value, params IEnumerable<(string Name, string Value)> more)
    {
        text.Append(name).Append(Render([.. labels, .. more])).Append(' ');
        text.Append(value switch
        {
            double.PositiveInfinity => "+Inf",
            double.NegativeInfinity => "-Inf",
            _ => value.ToString("R", CultureInfo.InvariantCulture),
        });
        text.Append('\n');
    }

    static string Render(IReadOnlyList<(string Name, string Value)> labels) =>
        labels.Count == 0 ? "" : $"{{{string.Join(',', labels.Select(l => $"{l.Name}=\"{Escape(l.Value)}\""))}}}";

    static string Escape(string value) => value
        .Replace("\\", @"\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);
}
