using System.Runtime.Versioning;
using Checkpoint.Testing;
using Checkpoint.Testing.Programs;

namespace Checkpoint.EndToEnd;

/// <summary>A technician with a stick between a box and a hub that no network joins.</summary>
/// <param name="gate">The box's settings.</param>
/// <param name="hub">The hub's settings.</param>
sealed class Carrier(EdgeSettings gate, HubSettings hub) : IDisposable
{
    static readonly Uri Nowhere = new("http://127.0.0.1:0");

    readonly TempFolder folder = new();

    /// <summary>The stick.</summary>
    public string Stick => Directory.CreateDirectory(folder["stick"]).FullName;

    /// <summary>Runs a carry command at the box.</summary>
    /// <returns>What it printed.</returns>
    public Task<string> AtTheBoxAsync(CancellationToken cancel, params string[] arguments) =>
        RunAsync("Checkpoint.Edge", "checkpoint-edge", ["carry", .. arguments, "--config", gate.Folder], gate.Environment(Nowhere), cancel);

    /// <summary>Runs a carry command at the hub.</summary>
    /// <returns>What it printed.</returns>
    [SupportedOSPlatform("linux")]
    public Task<string> AtTheHubAsync(CancellationToken cancel, params string[] arguments)
    {
        var environment = hub.Environment(Nowhere).ToDictionary(StringComparer.Ordinal);
        environment["CHECKPOINT_HUB__Carry__Key"] = HubKey();
        environment["CHECKPOINT_HUB__Carry__Lists"] = Path.Combine(gate.Seeds, "lists");
        return RunAsync("Checkpoint.Hub", "checkpoint-hub", ["carry", .. arguments, "--config", hub.Folder], environment, cancel);
    }

    public void Dispose() => folder.Dispose();

    // The demonstration's is for everybody to read, and so is its file; a hub's must not be.
    [SupportedOSPlatform("linux")]
    string HubKey()
    {
        var key = folder["hub.key.pem"];
        File.Copy(Path.Combine(gate.Seeds, "keys", "hub-sign.key.pem"), key, overwrite: true);
        File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return key;
    }

    async Task<string> RunAsync(
        string project, string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, CancellationToken cancel)
    {
        await using var process = ProgramProcess.Start(project, program, arguments, environment, folder[Guid.NewGuid().ToString("n")]);
        var code = await process.WaitAsync(cancel);
        code.ShouldBe(0, process.Output());
        return process.Output();
    }
}
