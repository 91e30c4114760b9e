using System.ComponentModel.DataAnnotations;

namespace Checkpoint.Devices.Surroundings;

/// <summary>Configuration section <c>Devices:Air</c>: what measures the air at the gate.</summary>
public sealed class AirOptions
{
    /// <summary>Which part: <c>none</c>, and the thermometer's own temperature stands for it, or <c>tmp117</c>. Default none.</summary>
    [EnumDataType(typeof(AirPart))]
    public AirPart Part { get; set; }

    /// <summary>The bus that it is on. Default <c>/dev/checkpoint-i2c</c>.</summary>
    [Required]
    public string Bus { get; set; } = "/dev/checkpoint-i2c";

    /// <summary>Its 7-bit address, 0 … 119; 0 is the one from the factory. Default 0.</summary>
    [Range(0, 119)]
    public int Address { get; set; }
}
