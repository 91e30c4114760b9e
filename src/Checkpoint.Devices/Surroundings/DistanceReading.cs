using Checkpoint.Sensing;

namespace Checkpoint.Devices.Surroundings;

/// <summary>What one read of a distance ended in: a distance, nothing to measure, or a named fault.</summary>
public abstract record DistanceReading
{
    DistanceReading() { }

    /// <summary>Something is there.</summary>
    /// <param name="Millimetres">How far, 1 … 4000 mm.</param>
    public sealed record Measured(int Millimetres) : DistanceReading;

    /// <summary>The sensor measured, and found nothing that it is sure of.</summary>
    public sealed record Nothing : DistanceReading;

    /// <summary>No measurement.</summary>
    /// <param name="Fault">Why.</param>
    public sealed record Faulted(SensorFault Fault) : DistanceReading;
}
