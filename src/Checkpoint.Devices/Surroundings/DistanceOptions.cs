using System.ComponentModel.DataAnnotations;

namespace Checkpoint.Devices.Surroundings;

/// <summary>Configuration section <c>Devices:Distance</c>: what measures how far a forehead is.</summary>
public sealed class DistanceOptions : IValidatableObject
{
    /// <summary>Which part: <c>none</c>, and whatever can be a face counts, or <c>vl53l1x</c>. Default none.</summary>
    [EnumDataType(typeof(DistancePart))]
    public DistancePart Part { get; set; }

    /// <summary>The bus that it is on. Default <c>/dev/checkpoint-i2c</c>.</summary>
    [Required]
    public string Bus { get; set; } = "/dev/checkpoint-i2c";

    /// <summary>Its 7-bit address, 0 … 119; 0 is the one from the factory. Default 0.</summary>
    [Range(0, 119)]
    public int Address { get; set; }

    /// <summary>File with the maker's 91 bytes of settings for a VL53L1X (registers 0x2D to 0x87). No default; needed for it.</summary>
    public string? Settings { get; set; }

    /// <summary>How far the thermometer is behind the distance sensor, in millimetres, −50 … 50. Default 0.</summary>
    [Range(-50, 50)]
    public int Offset { get; set; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Part == DistancePart.Vl53l1x && string.IsNullOrEmpty(Settings))
            yield return new($"{DeviceOptions.Section}:Distance:{nameof(Settings)} is missing; a VL53L1X needs the file of its maker's {Vl53l1x.SettingsBytes} bytes.", [nameof(Settings)]);
    }
}
