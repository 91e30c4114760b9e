namespace Checkpoint.Devices.Thermometers.Arrays;

/// <summary>Fills in the pixels that an MLX90640's factory found broken (datasheet 3901090640, "Defective pixels": up to four, never side by side).</summary>
static class BadPixels
{
    /// <summary>The most that a part may have.</summary>
    public const int Most = 4;

    /// <summary>Whether so many pixels there can be filled in.</summary>
    public static bool CanBeFilled(IReadOnlyList<int> bad) =>
        bad.Count <= Most && !bad.Any(one => bad.Any(other => one < other && AreBeside(one, other)));

    /// <summary>Puts into each bad pixel the mean of those around it.</summary>
    /// <param name="bad">The bad ones.</param>
    /// <param name="celsius">768 temperatures, row by row.</param>
    public static void Fill(IReadOnlyList<int> bad, Span<double> celsius)
    {
        foreach (var pixel in bad)
        {
            var (sum, count) = (0d, 0);
            for (var other = 0; other < celsius.Length; other++)
            {
                if (other == pixel || !AreBeside(pixel, other))
                    continue;
                sum += celsius[other];
                count++;
            }

            celsius[pixel] = sum / count;
        }
    }

    static bool AreBeside(int one, int other) =>
        Math.Abs((one / PixelConstants.Columns) - (other / PixelConstants.Columns)) <= 1
        && Math.Abs((one % PixelConstants.Columns) - (other % PixelConstants.Columns)) <= 1;
}
