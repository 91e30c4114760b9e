using System.Text.Json;
using Checkpoint.Edge.Configuration;
using Checkpoint.Testing;

namespace Checkpoint.Edge;

/// <summary>A folder with a configuration that is good for a simulated gate, and its journal.</summary>
sealed class GateFolder : IDisposable
{
    readonly TempFolder folder = new();
    readonly Dictionary<string, string> settings = new(StringComparer.Ordinal);

    public GateFolder()
    {
        var seeds = System.IO.Path.Combine(DataFolder.RepositoryRoot(), "seeds", "demo");
        Set("Device:Id", "gate-1");
        Set("Journal:Path", Journal);
        Set("Mqtt:Broker", $"mqtt://127.0.0.1:{FreePort.Next()}");
        Set("Passes:Root", System.IO.Path.Combine(seeds, "root.pem"));
        Set("Passes:Bundles", System.IO.Path.Combine(seeds, "lists"));
        Set("Devices:Simulation:Seeds", seeds);
        Set("Devices:Simulation:Passages", "1");
        Set("Devices:Simulation:Pace", "fast");
        Set("Web:Listen", "http://127.0.0.1:0");
    }

    public string Path => folder.Path;

    public string Journal => folder["journal.db"];

    public string LogFile => folder["log"];

    public string this[string name] => folder[name];

    /// <summary>Sets a key such as <c>Mqtt:Broker</c>.</summary>
    public void Set(string key, string value)
    {
        settings[key] = value;
        File.WriteAllText(folder["50-test.json"], JsonSerializer.Serialize(settings));
    }

    public EdgeConfiguration Load() => EdgeConfiguration.Load(Path);

    public void Dispose() => folder.Dispose();
}
