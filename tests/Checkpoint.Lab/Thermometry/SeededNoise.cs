namespace Checkpoint.Lab.Thermometry;

/// <summary>Noise that is the same on every run.</summary>
static class SeededNoise
{
    /// <summary>So many standard normal numbers.</summary>
    public static double[] Normal(int count)
    {
        var random = new Random(20);
        return [.. Enumerable.Range(0, count).Select(_ => Next(random))];
    }

    /// <summary>One standard normal number (Box and Muller).</summary>
    public static double Next(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
