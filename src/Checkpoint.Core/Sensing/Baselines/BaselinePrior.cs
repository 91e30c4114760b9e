namespace Checkpoint.Sensing.Baselines;

/// <summary>What healthy faces read before a device has seen any: from a laboratory's people, or from a sister device.</summary>
/// <param name="Level">Median surface at <see cref="Baseline.ReferenceAmbient"/>, °C.</param>
/// <param name="Slope">Change of the surface with the air, °C per °C.</param>
/// <param name="Scale">One robust standard deviation of people, °C, over 0.</param>
public sealed record BaselinePrior(double Level, double Slope, double Scale);
