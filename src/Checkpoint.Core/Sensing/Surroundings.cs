using Checkpoint.Sensing.Calibrating;
using Checkpoint.Sensing.Sampling;

namespace Checkpoint.Sensing;

/// <summary>What is known around the thermometer, as the shell last gave it. What is not known stays unknown, and lets nobody through.</summary>
/// <param name="Air">The air at the gate, or null.</param>
/// <param name="Outdoors">The air that people come from, or null.</param>
/// <param name="Readiness">How far the thermometer has warmed up.</param>
public sealed record Surroundings(AmbientTemperature? Air, AmbientTemperature? Outdoors, Readiness Readiness)
{
    /// <summary>Before anything has been read.</summary>
    public static Surroundings Unknown { get; } = new(Air: null, Outdoors: null, Readiness.WarmingUp);

    /// <summary>The thermometer's calibration in force, or null if there never was one.</summary>
    public Calibration? Calibration { get; init; }
}
