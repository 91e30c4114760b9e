namespace Checkpoint.Sensing;

/// <summary>Medians and quantiles, which one wild value cannot move far.</summary>
public static class OrderStatistics
{
    /// <summary>The quantile, between the two nearest values in proportion (Hyndman and Fan's type 7).</summary>
    /// <param name="values">At least one, in any order.</param>
    /// <param name="share">0 … 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is out of range.</exception>
    /// <exception cref="ArgumentException">There are no values.</exception>
    public static double Quantile(IReadOnlyCollection<double> values, double share)
    {
        if (share is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(share), share, "Expected a share of 0 to 1.");
        if (values.Count == 0)
            throw new ArgumentException("Expected at least one value.", nameof(values));

        var sorted = values.Order().ToArray();
        var place = share * (sorted.Length - 1);
        var below = (int)Math.Floor(place);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }

    /// <summary>The middle value, or the middle of the middle two.</summary>
    /// <param name="values">At least one, in any order.</param>
    public static double Median(IReadOnlyCollection<double> values) => Quantile(values, 0.5);

    /// <summary>The median distance from the median (MAD), not scaled.</summary>
    /// <param name="values">At least one, in any order.</param>
    public static double MedianDistance(IReadOnlyCollection<double> values)
    {
        var middle = Median(values);
        return Median([.. values.Select(value => Math.Abs(value - middle))]);
    }
}
