using Checkpoint.Sensing.Baselines;

namespace Checkpoint.Sensing.Screenings;

/// <summary>
/// Everything that is known beforehand of one way to look at a face. The values of <see cref="For"/> are fitted on the public FDA face
/// data (doi 10.13026/3bhc-9065, its FLIR camera, all people) by the laboratory's verb <c>thermometry</c>, which prints them.
/// </summary>
/// <param name="Sight">What is seen.</param>
/// <param name="Prior">Where the baseline begins.</param>
/// <param name="Line">The score that is looked at twice, in scales over the ordinary.</param>
/// <param name="Body">The estimate that is shown.</param>
public sealed record ScreeningModel(Sight Sight, BaselinePrior Prior, double Line, BodyModel Body)
{
    /// <summary>
    /// What a spot that may have missed adds to its best reading, as a share of the readings' spread: the farther they lie apart, the
    /// less likely the best of them was the warmest place.
    /// </summary>
    public const double SpreadShare = 0.25;

    /// <summary>The model as shipped.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="sight"/> is no way to look.</exception>
    public static ScreeningModel For(Sight sight) => sight switch
    {
        Sight.ForeheadCentre => new(sight, new(34.76, 0.157, 0.414), 0.90, new(36.92, 0.49, 0.35, 0.67, 0.79)),
        Sight.ForeheadScan => new(sight, new(35.53, 0.109, 0.335), 1.11, new(36.90, 0.51, 0.37, 0.64, 0.71)),
        Sight.FullFace => new(sight, new(35.98, 0.059, 0.311), 1.14, new(36.89, 0.71, 0.20, 0.48, 0.49)),
        _ => throw new ArgumentOutOfRangeException(nameof(sight), sight, "Expected a way to look."),
    };

    /// <summary>
    /// Takes a person's readings together. A spot reads low when it misses, so its best counts and a little more; the warmest of a whole
    /// face reads high for a hot pixel, so the mean counts.
    /// </summary>
    /// <param name="readings">At least one.</param>
    /// <param name="air">The air around.</param>
    /// <exception cref="ArgumentException">There are none.</exception>
    public SeenSurface Combine(IReadOnlyCollection<SurfaceTemperature> readings, AmbientTemperature air)
    {
        if (readings.Count == 0)
            throw new ArgumentException("Expected at least one reading.", nameof(readings));
        if (Sight == Sight.FullFace)
        {
            var mean = Rounded(readings.Average(reading => reading.Hundredths));
            return new(mean, mean, air);
        }

        var (least, most) = (readings.Min(reading => reading.Hundredths), readings.Max(reading => reading.Hundredths));
        return new(Rounded(most), Rounded(most + (SpreadShare * (most - least))), air);
    }

    static SurfaceTemperature Rounded(double hundredths) =>
        SurfaceTemperature.FromHundredths((int)Math.Round(Math.Min(hundredths, 380_00), MidpointRounding.ToEven));
}
