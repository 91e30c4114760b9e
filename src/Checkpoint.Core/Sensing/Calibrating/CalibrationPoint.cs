namespace Checkpoint.Sensing.Calibrating;

/// <summary>One temperature of a black body and what the thermometer said of it.</summary>
/// <param name="Reference">The black body's surface, by its own certificate.</param>
/// <param name="Seen">The thermometer's word with emissivity 1: the median of a steady run.</param>
public readonly record struct CalibrationPoint(SurfaceTemperature Reference, SurfaceTemperature Seen);
