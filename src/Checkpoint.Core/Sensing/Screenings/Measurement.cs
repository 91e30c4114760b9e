using System.Collections.Immutable;
using Checkpoint.Sensing.Arrivals;
using Checkpoint.Sensing.Correcting;
using Checkpoint.Sensing.Sampling;

namespace Checkpoint.Sensing.Screenings;

/// <summary>All that is known as one person has been measured once.</summary>
/// <param name="Samples">What the newest samples were worth.</param>
/// <param name="Readings">Their surfaces in this measurement, calibrated and corrected; one is enough, and a fault leaves none.</param>
/// <param name="Air">The air around, or null if it is not known.</param>
/// <param name="Aim">Where the thermometer looked.</param>
/// <param name="Readiness">How far it has warmed up.</param>
/// <param name="Settling">Whether the person's skin has come to rest.</param>
/// <param name="IsLast">Whether no recheck is left.</param>
public sealed record Measurement(
    SegmentResult Samples,
    ImmutableArray<SurfaceTemperature> Readings,
    AmbientTemperature? Air,
    Aim Aim,
    Readiness Readiness,
    Settling Settling,
    bool IsLast);
