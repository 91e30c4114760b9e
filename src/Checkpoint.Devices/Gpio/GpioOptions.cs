using System.ComponentModel.DataAnnotations;

namespace Checkpoint.Devices.Gpio;

/// <summary>Configuration section <c>Devices:Gpio</c>: what is wired to the lines of the box's GPIO chip.</summary>
public sealed class GpioOptions : IValidatableObject
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Devices:Gpio";

    /// <summary>The largest number of a line.</summary>
    public const int MaxLine = 511;

    /// <summary>The chip's device file. Default <c>/dev/checkpoint-gpio</c>, the header's pins, as the installer's udev rule names it.</summary>
    [Required]
    public string Chip { get; set; } = "/dev/checkpoint-gpio";

    /// <summary>Lamps, buzzer and relay.</summary>
    public GpioIndicatorOptions Indicator { get; set; } = new();

    /// <summary>What notices people.</summary>
    public GpioPresenceOptions Presence { get; set; } = new();

    /// <summary>The volunteer's buttons.</summary>
    public GpioPanelOptions Panel { get; set; } = new();

    internal bool HasIndicator => GpioParts.Of(Indicator).Count > 0;

    internal bool HasPresence => GpioParts.Of(Presence).Count > 0;

    internal bool HasPanel => GpioParts.Of(Panel).Count > 0;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => GpioCheck.Problems(this);
}
