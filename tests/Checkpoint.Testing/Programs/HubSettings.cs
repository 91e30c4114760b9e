using System.Globalization;

namespace Checkpoint.Testing.Programs;

/// <summary>What a hub is started with.</summary>
/// <param name="Folder">Where its ledger and log are kept; also its folder of configuration.</param>
/// <param name="Broker">The broker, mqtt://…</param>
/// <param name="Devices">Boxes that it knows.</param>
public sealed record HubSettings(string Folder, string Broker, IReadOnlyList<string> Devices)
{
    /// <summary>Connection string of its ledger; a file in <see cref="Folder"/> if not given.</summary>
    public string Ledger { get; init; } = $"Data Source={Path.Combine(Folder, "ledger.db")}";

    /// <summary>Port; a free one if not given.</summary>
    public int? Port { get; init; }

    /// <summary>What it prints.</summary>
    public string LogFile => Path.Combine(Folder, "hub.log");

    /// <summary>The settings as environment variables.</summary>
    /// <param name="listen">Where it answers.</param>
    public IReadOnlyDictionary<string, string> Environment(Uri listen)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["CHECKPOINT_HUB__Ledger__Connection"] = Ledger,
            ["CHECKPOINT_HUB__Mqtt__Broker"] = Broker,
            ["CHECKPOINT_HUB__Web__Listen"] = listen.GetLeftPart(UriPartial.Authority),
        };
        foreach (var (index, device) in Devices.Index())
            settings[$"CHECKPOINT_HUB__Fleet__Devices__{index.ToString(CultureInfo.InvariantCulture)}"] = device;
        return settings;
    }
}
