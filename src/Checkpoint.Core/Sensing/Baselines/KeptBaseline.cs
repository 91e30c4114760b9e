namespace Checkpoint.Sensing.Baselines;

/// <summary>A baseline as it outlives the program: everything that was learned, and nobody it was learned from.</summary>
/// <param name="Level">Median surface of healthy faces at <see cref="Baseline.ReferenceAmbient"/>, °C.</param>
/// <param name="Slope">Change of the surface with the air, °C per °C.</param>
/// <param name="Scale">One robust standard deviation of people, °C.</param>
/// <param name="People">People learned from.</param>
/// <param name="ScalePeople">People that the scale is worth.</param>
/// <param name="Doubt">How much level and slope are in doubt.</param>
public sealed record KeptBaseline(double Level, double Slope, double Scale, int People, double ScalePeople, Covariance Doubt)
{
    /// <summary>Farthest that a level may stand from where devices begin, °C: one farther off is a broken part, or no baseline.</summary>
    public const double MostFromPrior = 3;

    const double MostScales = 4;

    /// <summary>Whether a device with this prior can have learned it.</summary>
    public bool IsPlausible(BaselinePrior prior) =>
        Math.Abs(Level - prior.Level) <= MostFromPrior
        && Math.Abs(Slope) <= 1
        && Scale >= prior.Scale / MostScales && Scale <= prior.Scale * MostScales
        && People >= 0 && ScalePeople is >= 0 and <= int.MaxValue
        && Doubt.IsOne;
}
