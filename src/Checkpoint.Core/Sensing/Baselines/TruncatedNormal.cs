namespace Checkpoint.Sensing.Baselines;

/// <summary>Means over the part of a standard normal population that may be learned from.</summary>
static class TruncatedNormal
{
    const int Steps = 400; // of an even width; the error is far under a thousandth of a scale

    /// <summary>The mean of a function of the scores between two limits.</summary>
    public static double Mean(Func<double, double> of, double from, double to)
    {
        var (sum, weights) = (0.0, 0.0);
        for (var step = 0; step < Steps; step++)
        {
            var score = from + ((to - from) * (step + 0.5) / Steps);
            var weight = Math.Exp(-score * score / 2);
            sum += weight * of(score);
            weights += weight;
        }

        return sum / weights;
    }
}
