namespace Checkpoint.Sensing.Baselines;

/// <summary>What is ordinary at a gate, and by which calibration: what was ordinary by another is not ordinary by this one.</summary>
/// <param name="Baseline">What was learned.</param>
/// <param name="CalibratedAt">When the thermometer had been calibrated that it was learned with; null if it never was.</param>
public sealed record Ordinary(Baseline Baseline, DateTimeOffset? CalibratedAt);
