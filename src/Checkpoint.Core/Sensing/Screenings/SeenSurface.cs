namespace Checkpoint.Sensing.Screenings;

/// <summary>The readings of one person as one.</summary>
/// <param name="Surface">The surface to record and show.</param>
/// <param name="Scored">The surface that is decided on.</param>
/// <param name="Air">The air it was measured in.</param>
public readonly record struct SeenSurface(SurfaceTemperature Surface, SurfaceTemperature Scored, AmbientTemperature Air);
