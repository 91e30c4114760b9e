using System.Globalization;

namespace Checkpoint.Lab.Bench;

/// <summary>A histogram as <c>/metrics</c> shows it.</summary>
static class HistogramText
{
    /// <summary>The bound that a share of the observations does not exceed.</summary>
    /// <param name="metrics">The text.</param>
    /// <param name="name">The histogram's name.</param>
    /// <param name="share">0 … 1.</param>
    public static TimeSpan Bound(string metrics, string name, double share)
    {
        var buckets = metrics.Split('\n')
            .Where(line => line.StartsWith(name + "_bucket", StringComparison.Ordinal))
            .Select(line => (Bound: line.Split('"')[1], Count: long.Parse(line.Split(' ')[^1], CultureInfo.InvariantCulture)))
            .ToList();
        var wanted = buckets[^1].Count * share;
        var bound = buckets.First(bucket => bucket.Count >= wanted).Bound;
        return bound.StartsWith('+') ? TimeSpan.MaxValue : TimeSpan.FromSeconds(double.Parse(bound, CultureInfo.InvariantCulture));
    }
}
