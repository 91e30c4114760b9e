using System.ComponentModel.DataAnnotations;
using Checkpoint.Devices.Simulated;

namespace Checkpoint.Devices;

/// <summary>Configuration section <c>Devices</c>: what is connected to the box.</summary>
public sealed class DeviceOptions : IValidatableObject
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Devices";

    /// <summary>The mode in which all devices are simulated.</summary>
    public const string Simulated = "simulated";

    /// <summary>Where the devices are: <c>simulated</c>, the only mode so far. Default simulated.</summary>
    [Required]
    public string Mode { get; set; } = Simulated;

    /// <summary>Settings of the simulated mode.</summary>
    public SimulationOptions Simulation { get; set; } = new();

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var findings = new List<ValidationResult>();
        if (!string.Equals(Mode, Simulated, StringComparison.Ordinal))
            findings.Add(new($"{Section}:{nameof(Mode)} is \"{Mode}\"; expected \"{Simulated}\", the only mode so far.", [nameof(Mode)]));
        else
            Validator.TryValidateObject(Simulation, new(Simulation), findings, validateAllProperties: true);
        return findings;
    }
}
