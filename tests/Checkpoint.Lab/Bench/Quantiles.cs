using System.Globalization;

namespace Checkpoint.Lab.Bench;

/// <summary>Times of one thing done many times.</summary>
/// <param name="Sorted">Shortest first; not empty.</param>
sealed record Quantiles(IReadOnlyList<TimeSpan> Sorted)
{
    /// <summary>Sorts times.</summary>
    public static Quantiles Of(IEnumerable<TimeSpan> times) => new([.. times.Order()]);

    /// <summary>Half are shorter.</summary>
    public TimeSpan Median => At(0.5);

    /// <summary>The time that a share of them does not exceed.</summary>
    public TimeSpan At(double share) => Sorted[Math.Min(Sorted.Count - 1, (int)(Sorted.Count * share))];

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"p50 {Median.TotalMilliseconds:0.000} ms, p99 {At(0.99).TotalMilliseconds:0.000} ms, n {Sorted.Count}");
}
