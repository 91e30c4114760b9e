using Checkpoint.Hosting.Configuration;

namespace Checkpoint.Hub.Configuration;

/// <summary>The hub's whole configuration, checked.</summary>
sealed record HubSettings(LedgerOptions Ledger, MqttOptions Mqtt, FleetOptions Fleet, WebOptions Web)
{
    /// <summary>What the hub carries out by hand.</summary>
    public CarryOptions Carry { get; init; } = new();

    /// <summary>What environment variables begin with: <c>CHECKPOINT_HUB__Web__Listen</c> is <c>Web:Listen</c>.</summary>
    public const string EnvironmentPrefix = "CHECKPOINT_HUB__";

    /// <summary>Reads a folder of JSON files and the environment.</summary>
    /// <exception cref="ConfigurationException">Something is wrong; it has every problem found.</exception>
    public static HubSettings Read(string folder)
    {
        var binding = new StrictBinding(ConfigurationFolder.Load(folder, EnvironmentPrefix));
        var settings = new HubSettings(
            binding.Section<LedgerOptions>("Ledger"),
            binding.Section<MqttOptions>("Mqtt"),
            binding.Section<FleetOptions>("Fleet"),
            binding.Section<WebOptions>("Web"))
        {
            Carry = binding.Section<CarryOptions>("Carry"),
        };
        binding.Check();
        return settings;
    }
}
