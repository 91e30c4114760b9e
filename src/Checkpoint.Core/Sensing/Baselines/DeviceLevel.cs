namespace Checkpoint.Sensing.Baselines;

/// <summary>A device's level as it tells the hub.</summary>
/// <param name="Level">Median surface of healthy faces at <see cref="Baseline.ReferenceAmbient"/>, °C.</param>
/// <param name="People">People it was learned from.</param>
public readonly record struct DeviceLevel(double Level, int People);
