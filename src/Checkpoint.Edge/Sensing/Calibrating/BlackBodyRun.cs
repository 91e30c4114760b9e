using System.Globalization;
using Checkpoint.Devices;
using Checkpoint.Sensing;
using Checkpoint.Sensing.Sampling;

namespace Checkpoint.Edge.Sensing.Calibrating;

/// <summary>Reads what the thermometer says of a black body until it holds still.</summary>
static class BlackBodyRun
{
    /// <summary>How long it may take to hold still.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    // A black body does not move: more samples than of a face, and nearer together.
    static readonly SegmentRule Rule = new() { LeastSamples = 40, MostSamples = 60, MostScatter = 5, SteepestSlope = 5 };

    /// <summary>Reads it.</summary>
    /// <returns>The median of a steady run, or null if there was none in time.</returns>
    public static async Task<SurfaceTemperature?> ReadAsync(SensorSet sensors, TimeProvider clock, CancellationToken cancel)
    {
        var start = clock.GetTimestamp();
        var segment = StableSegment.Empty(Rule);
        while (clock.GetElapsedTime(start) is var now && now < Patience)
        {
            segment = segment.Add(now, sensors.Thermometer.Read());
            if (segment.Result() is SegmentResult.Steady steady)
                return steady.Surface;
            if (segment.Result() is SegmentResult.Faulty)
                return null;
            await Task.Delay(Between, clock, cancel);
        }

        return null;
    }

    /// <summary>A temperature that somebody typed; null if it is none.</summary>
    public static SurfaceTemperature? Parse(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var celsius) && celsius is >= 0 and <= 100
            ? SurfaceTemperature.FromHundredths((int)Math.Round(celsius * 100))
            : null;
}
