using System.ComponentModel.DataAnnotations;
using Checkpoint.Devices.Cameras;
using Checkpoint.Devices.Gpio;
using Checkpoint.Devices.Scanners;
using Checkpoint.Devices.Simulated;
using Checkpoint.Devices.Speakers;
using Checkpoint.Devices.Surroundings;
using Checkpoint.Devices.Thermometers;

namespace Checkpoint.Devices;

/// <summary>Configuration section <c>Devices</c>: what is connected to the box.</summary>
public sealed class DeviceOptions : IValidatableObject
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Devices";

    /// <summary>The mode in which all devices are simulated.</summary>
    public const string Simulated = "simulated";

    /// <summary>The mode in which they are connected to this box.</summary>
    public const string Connected = "connected";

    /// <summary>Where the devices are: <c>simulated</c> or <c>connected</c>. Default simulated.</summary>
    [Required]
    public string Mode { get; set; } = Simulated;

    /// <summary>Which thermometer, and what it is worth.</summary>
    public ThermometerOptions Thermometer { get; set; } = new();

    /// <summary>What measures the air.</summary>
    public AirOptions Air { get; set; } = new();

    /// <summary>What measures how far a forehead is.</summary>
    public DistanceOptions Distance { get; set; } = new();

    /// <summary>The camera that looks for codes.</summary>
    public CameraOptions Camera { get; set; } = new();

    /// <summary>Scanners on a wire.</summary>
    public IReadOnlyList<ScannerOptions> Scanners { get; set; } = [];

    /// <summary>What is wired to the GPIO chip.</summary>
    public GpioOptions Gpio { get; set; } = new();

    /// <summary>The loudspeaker, and who speaks.</summary>
    public SpeakerOptions Speaker { get; set; } = new();

    /// <summary>Settings of the simulated mode.</summary>
    public SimulationOptions Simulation { get; set; } = new();

    /// <summary>Whether all devices are simulated.</summary>
    internal bool IsSimulated => string.Equals(Mode, Simulated, StringComparison.Ordinal);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsSimulated && !string.Equals(Mode, Connected, StringComparison.Ordinal))
            yield return new($"{Section}:{nameof(Mode)} is \"{Mode}\"; expected \"{Simulated}\" or \"{Connected}\".", [nameof(Mode)]);
        if (IsSimulated && string.IsNullOrEmpty(Simulation.Seeds))
            yield return new($"{Section}:{nameof(Simulation)}:{nameof(Simulation.Seeds)} is missing: expected a folder with crowd.json, or {Section}:{nameof(Mode)} {Connected}.");
        if (!IsSimulated && Camera.Kind == CameraKind.None && Scanners.Count == 0)
            yield return new($"{CameraOptions.Section}:{nameof(Camera.Kind)} is none and {ScannerOptions.Section} is empty; expected something that reads codes.");
        foreach (var problem in ScannerOptions.ProblemsOf(Scanners))
            yield return problem;
    }

    /// <summary>Checks these options and every group in them.</summary>
    /// <exception cref="ValidationException">The first problem.</exception>
    internal void Check()
    {
        foreach (var group in new object[] { this, Thermometer, Air, Distance, Camera, Gpio, Speaker, Simulation })
            Validator.ValidateObject(group, new(group), validateAllProperties: true);
    }
}
