using System.ComponentModel.DataAnnotations;
using Checkpoint.Sensing.Correcting;
using Checkpoint.Sensing.Screenings;

namespace Checkpoint.Devices.Thermometers;

/// <summary>Configuration section <c>Devices:Thermometer</c>: which thermometer, and what it is worth.</summary>
public sealed class ThermometerOptions
{
    /// <summary>Which part: <c>mlx90614</c>, <c>mlx90632</c> or <c>mlx90640</c>. Default mlx90614. A simulated gate has an MLX90614.</summary>
    [EnumDataType(typeof(ThermometerPart))]
    public ThermometerPart Part { get; set; } = ThermometerPart.Mlx90614;

    /// <summary>The bus that it is on. Default <c>/dev/checkpoint-i2c</c>, the header's pins 3 and 5, as the installer's udev rule names it.</summary>
    [Required]
    public string Bus { get; set; } = "/dev/checkpoint-i2c";

    /// <summary>Its 7-bit address, 0 … 119; 0 is the one from the factory. Default 0.</summary>
    [Range(0, 119)]
    public int Address { get; set; }

    /// <summary>
    /// What it sees of a face: <c>foreheadCentre</c>, <c>foreheadScan</c> or <c>fullFace</c>, and a face is judged against what is ordinary here;
    /// with <c>none</c> it is only compared with the policy's fixed line. Default foreheadCentre.
    /// </summary>
    [EnumDataType(typeof(Sight))]
    public Sight Sight { get; set; } = Sight.ForeheadCentre;

    /// <summary>Full angle of its view in degrees, 1 … 120. Default 35 (MLX90614xxC); the naked xxA has 90.</summary>
    [Range(1.0, 120.0)]
    public double FieldOfView { get; set; } = 35;

    /// <summary>Emissivity of skin, 0.90 … 1.00. Default 0.98 (ISO/TR 13154).</summary>
    [Range(0.9, 1.0)]
    public double Emissivity { get; set; } = 0.98;

    /// <summary>Where people come from: <c>here</c>, the air at the gate, or <c>cold</c>: everybody is measured until their skin is at rest. Default here.</summary>
    [EnumDataType(typeof(PeopleFrom))]
    public PeopleFrom PeopleFrom { get; set; }

    /// <summary>From where a reading counts.</summary>
    internal AimRule ToAimRule() => new() { FieldOfView = FieldOfView };

    /// <summary>What it is worth.</summary>
    internal FaceRules ToFaceRules() => new() { Sight = Sight, Skin = new() { Emissivity = Emissivity } };
}
