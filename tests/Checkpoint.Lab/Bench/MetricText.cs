using System.Globalization;

namespace Checkpoint.Lab.Bench;

/// <summary>A counter or gauge as <c>/metrics</c> shows it.</summary>
static class MetricText
{
    /// <summary>Its value; 0 if it is not there.</summary>
    /// <param name="metrics">The text.</param>
    /// <param name="name">The metric's name, without labels.</param>
    public static double Value(string metrics, string name) => metrics.Split('\n')
        .Where(line => line.StartsWith(name + " ", StringComparison.Ordinal))
        .Select(line => double.Parse(line.Split(' ')[^1], CultureInfo.InvariantCulture))
        .FirstOrDefault();
}
