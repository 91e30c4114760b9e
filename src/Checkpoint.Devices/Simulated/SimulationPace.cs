namespace Checkpoint.Devices.Simulated;

/// <summary>How close behind each other people come to the simulated gate.</summary>
public enum SimulationPace
{
    /// <summary>As a crowd does: 200 ms between two parties.</summary>
    Fast,

    /// <summary>As at a village entrance: 2 to 6 s between two parties.</summary>
    Natural,
}
