using Checkpoint.Sensing.Correcting;
using Checkpoint.Sensing.Sampling;
using Checkpoint.Sensing.Screenings;

namespace Checkpoint.Devices;

/// <summary>What a gate measures faces with. All of it may share one bus: read it on one thread.</summary>
/// <param name="Thermometer">Measures foreheads.</param>
/// <param name="Air">Measures the air around.</param>
/// <param name="Distance">Measures how far a forehead is; null if nothing does.</param>
public sealed record SensorSet(IThermometer Thermometer, IAirThermometer Air, IDistanceSensor? Distance)
{
    /// <summary>What the thermometer is worth.</summary>
    public FaceRules Faces { get; init; } = new();

    /// <summary>From where a reading counts.</summary>
    public AimRule Aim { get; init; } = new();

    /// <summary>How far the thermometer is behind the distance sensor, in millimetres.</summary>
    public int Offset { get; init; }

    /// <summary>When the thermometer is warm enough; null if it always is, as a simulated one.</summary>
    public WarmUpRule? WarmUp { get; init; }

    /// <summary>Whether the thermometer needs a calibration; a simulated one is right by its nature.</summary>
    public bool NeedsCalibration { get; init; }

    /// <summary>The thermometer's own number; empty if it does not tell. Throws <see cref="IOException"/> if it does not answer.</summary>
    public Func<string> Serial { get; init; } = () => "";

    /// <summary>Whether people come from the air that the gate stands in; if not, from the cold.</summary>
    public bool IsOutdoors { get; init; } = true;
}
