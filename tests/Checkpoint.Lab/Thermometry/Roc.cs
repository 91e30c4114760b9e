namespace Checkpoint.Lab.Thermometry;

/// <summary>What scores are worth against a reference.</summary>
static class Roc
{
    /// <summary>The area under the curve: how often a fever scores over somebody healthy, a tie counting half.</summary>
    public static double Area(IEnumerable<double> fevers, IEnumerable<double> healthy)
    {
        var sorted = healthy.Order().ToArray();
        var (sum, count) = (0.0, 0);
        foreach (var fever in fevers)
        {
            sum += (Below(sorted, fever, orEqual: false) + Below(sorted, fever, orEqual: true)) / 2.0;
            count++;
        }

        return count == 0 || sorted.Length == 0 ? double.NaN : sum / count / sorted.Length;
    }

    /// <summary>The share of fevers over the line that leaves this share of the healthy under it.</summary>
    public static double SensitivityAt(double specificity, IEnumerable<double> fevers, IReadOnlyCollection<double> healthy)
    {
        var line = healthy.Order().ElementAt(Math.Min(healthy.Count - 1, (int)Math.Ceiling(specificity * healthy.Count)));
        return Share(fevers, score => score >= line);
    }

    /// <summary>The share of those for whom something holds.</summary>
    public static double Share<T>(IEnumerable<T> all, Func<T, bool> holds)
    {
        var (count, good) = (0, 0);
        foreach (var one in all)
        {
            count++;
            good += holds(one) ? 1 : 0;
        }

        return count == 0 ? double.NaN : (double)good / count;
    }

    static int Below(double[] sorted, double value, bool orEqual)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] < value || (orEqual && sorted[middle] <= value))
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
