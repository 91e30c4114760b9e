using System.Globalization;

namespace Checkpoint.Lab.Bench.Faults;

/// <summary>How sure a ratio of two p99 is: what 95 % of pairs drawn again from the same times give (bootstrap, percentiles).</summary>
/// <param name="Low">2.5 % are lower.</param>
/// <param name="High">2.5 % are higher.</param>
readonly record struct RatioInterval(double Low, double High)
{
    const int Draws = 2000;
    const int Seed = 1;

    /// <summary>Draws again and again.</summary>
    public static RatioInterval OfP99(Quantiles these, Quantiles those)
    {
        var random = new Random(Seed);
        var ratios = Enumerable.Range(0, Draws).Select(_ => P99OfDraw(these, random) / P99OfDraw(those, random)).Order().ToList();
        return new(ratios[Draws / 40], ratios[^(Draws / 40)]);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Low:0.00} … {High:0.00}");

    // Drawing places in the sorted times is drawing times: only the place that is the p99 is looked up.
    static TimeSpan P99OfDraw(Quantiles times, Random random)
    {
        var places = new int[times.Sorted.Count];
        for (var i = 0; i < places.Length; i++)
            places[i] = random.Next(places.Length);
        Array.Sort(places);
        return times.Sorted[places[(int)(places.Length * 0.99)]];
    }
}
