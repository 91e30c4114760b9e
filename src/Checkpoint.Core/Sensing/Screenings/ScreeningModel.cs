using Checkpoint.Sensing.Baselines;

namespace Checkpoint.Sensing.Screenings;

/// <summary>
/// Everything that is known beforehand of one way to look at a face. The values of <see cref="For"/> are fitted on the public FDA face
/// data (doi 10.13026/3bhc-9065, its FLIR camera, all people) by the laboratory's verb <c>thermometry</c>, which prints them.
/// </summary>
/// <param name="Sight">What is seen.</param>
/// <param name="Prior">Where the baseline begins.</param>
/// <param name="SpreadShare">
/// What the spread of a person's readings says of what they missed, °C per °C: the farther they lie apart, the less likely one of them
/// was the warmest place.
/// </param>
/// <param name="Line">The score that is looked at twice, in scales over the ordinary.</param>
/// <param name="Body">The estimate that is shown.</param>
public sealed record ScreeningModel(Sight Sight, BaselinePrior Prior, double SpreadShare, double Line, BodyModel Body)
{
    /// <summary>The model as shipped.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="sight"/> is no way to look.</exception>
    public static ScreeningModel For(Sight sight) => sight switch
    {
        Sight.ForeheadCentre => new(sight, new(34.75, 0.157, 0.426), 0.21, 0.93, new(36.92, 0.49, 0.35, 0.68, 0.80)),
        Sight.ForeheadScan => new(sight, new(35.50, 0.109, 0.365), 0.13, 1.19, new(36.90, 0.51, 0.37, 0.64, 0.73)),
        Sight.FullFace => new(sight, new(36.01, 0.056, 0.319), 0.04, 1.22, new(36.89, 0.70, 0.21, 0.48, 0.50)),
        _ => throw new ArgumentOutOfRangeException(nameof(sight), sight, "Expected a way to look."),
    };

    /// <summary>Takes a person's readings together: <see cref="Typical"/> is what is shown, with its share of the spread what is decided on.</summary>
    /// <param name="readings">At least one.</param>
    /// <param name="air">The air around.</param>
    /// <exception cref="ArgumentException">There are none.</exception>
    public SeenSurface Combine(IReadOnlyCollection<SurfaceTemperature> readings, AmbientTemperature air)
    {
        if (readings.Count == 0)
            throw new ArgumentException("Expected at least one reading.", nameof(readings));
        var typical = Typical(readings);
        return new(Rounded(typical), Rounded(typical + (SpreadShare * Spread(readings))), air);
    }

    /// <summary>
    /// What readings stand for, hundredths of a °C. A spot reads low when it misses, so its best counts; the warmest of a whole face reads
    /// high for a hot pixel, so the mean counts.
    /// </summary>
    /// <param name="readings">At least one.</param>
    public double Typical(IReadOnlyCollection<SurfaceTemperature> readings) => Sight == Sight.FullFace
        ? readings.Average(reading => reading.Hundredths)
        : readings.Max(reading => reading.Hundredths);

    /// <summary>From the lowest reading to the highest, hundredths of a °C.</summary>
    /// <param name="readings">At least one.</param>
    public static int Spread(IReadOnlyCollection<SurfaceTemperature> readings) =>
        readings.Max(reading => reading.Hundredths) - readings.Min(reading => reading.Hundredths);

    static SurfaceTemperature Rounded(double hundredths) =>
        SurfaceTemperature.FromHundredths((int)Math.Round(Math.Clamp(hundredths, -70_00, 380_00), MidpointRounding.ToEven));
}
