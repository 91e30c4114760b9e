namespace Checkpoint.Sensing.Sampling;

/// <summary>A surface and when it was read.</summary>
/// <param name="At">When, monotonic.</param>
/// <param name="Surface">What the thermometer saw.</param>
public readonly record struct TimedSurface(TimeSpan At, SurfaceTemperature Surface);
