using Checkpoint.Devices;
using Checkpoint.Edge.Carrying;
using Checkpoint.Edge.Lists;
using Checkpoint.Hosting.Configuration;

namespace Checkpoint.Edge.Configuration;

/// <summary>Everything that is configured, checked.</summary>
/// <param name="Device">Which box this is.</param>
/// <param name="Journal">Where entries are written.</param>
/// <param name="Mqtt">The broker.</param>
/// <param name="Passes">Whose passes are trusted.</param>
/// <param name="Policy">The rules.</param>
/// <param name="Devices">What is connected.</param>
/// <param name="Announcements">What is announced, and when.</param>
/// <param name="Web">Where the box answers.</param>
sealed record EdgeConfiguration(
    IdentityOptions Device,
    JournalOptions Journal,
    MqttOptions Mqtt,
    PassOptions Passes,
    PolicyOptions Policy,
    DeviceOptions Devices,
    AnnouncementOptions Announcements,
    WebOptions Web)
{
    const string EnvironmentPrefix = "CHECKPOINT_EDGE__";

    /// <summary>Where signed lists are on this box.</summary>
    public BundlePlaces ToPlaces() => new(
        Passes.Store ?? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(Journal.Path))!, "lists"), Passes.Bundles);

    /// <summary>Where on this box lies what is carried by hand.</summary>
    public CarryPlaces ToCarryPlaces() => new(Journal.Path);

    /// <summary>Reads the folder, then the environment, and refuses what it does not know.</summary>
    /// <exception cref="ConfigurationException">Something is wrong; names every key, value and range.</exception>
    public static EdgeConfiguration Load(string folder)
    {
        var binding = new StrictBinding(ConfigurationFolder.Load(folder, EnvironmentPrefix));
        var configuration = new EdgeConfiguration(
            binding.Section<IdentityOptions>(IdentityOptions.Section),
            binding.Section<JournalOptions>(JournalOptions.Section),
            binding.Section<MqttOptions>(MqttOptions.Section),
            binding.Section<PassOptions>(PassOptions.Section),
            binding.Section<PolicyOptions>(PolicyOptions.Section),
            binding.Section<DeviceOptions>(DeviceOptions.Section),
            binding.Section<AnnouncementOptions>(AnnouncementOptions.Section),
            binding.Section<WebOptions>(WebOptions.Section));
        binding.Check();
        return AnnouncementCheck.ProblemsWith(configuration.Announcements, configuration.Devices.Speaker).ToList() is { Count: > 0 } problems
            ? throw new ConfigurationException(problems)
            : configuration;
    }
}
