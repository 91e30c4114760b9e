using System.ComponentModel.DataAnnotations;

namespace Checkpoint.Devices.Simulated;

/// <summary>Configuration section <c>Devices:Simulation</c>: who comes to the simulated gate, and how fast.</summary>
public sealed class SimulationOptions
{
    /// <summary>Folder with <c>crowd.json</c> and its pictures. No default; needed where devices are simulated.</summary>
    public string? Seeds { get; set; }

    /// <summary>How many people come, 0 … 1,000,000; 0 is without end. Default 0.</summary>
    [Range(0, 1_000_000)]
    public int Passages { get; set; }

    /// <summary>Time between two parties: <c>fast</c> (200 ms) or <c>natural</c> (2 to 6 s). Default natural.</summary>
    [EnumDataType(typeof(SimulationPace))]
    public SimulationPace Pace { get; set; } = SimulationPace.Natural;

    /// <summary>How many times faster than real time the gate's clock runs, 1 … 100. Default 1.</summary>
    [Range(1, ScaledClock.MaxSpeed)]
    public int Speed { get; set; } = 1;

    /// <summary>File that says how wrong the box's clock is and who answers for it (<see cref="SimulatedWall"/>). Default none: the system's own clock.</summary>
    public string? ClockFile { get; set; }

    /// <summary>Seed of all noise and pauses, 0 … 1,000,000: the same seed gives the same world. Default 1.</summary>
    [Range(0, 1_000_000)]
    public int RandomSeed { get; set; } = 1;

    /// <summary>Temperature of the simulated air in °C, −20 … 45. Default 24.</summary>
    [Range(-20.0, 45.0)]
    public double Air { get; set; } = 24;

    /// <summary>File to which the kind of every signal is appended as it is shown, for proofs. No default: none.</summary>
    public string? Recording { get; set; }

    /// <summary>Folder to which each sound of the simulated loudspeaker is written as it was played, a WAV file each. No default: none.</summary>
    public string? Sound { get; set; }
}
