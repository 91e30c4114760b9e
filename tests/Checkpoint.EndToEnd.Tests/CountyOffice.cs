using System.Globalization;
using Checkpoint.Testing;
using Checkpoint.Testing.Programs;

namespace Checkpoint.EndToEnd;

/// <summary>A county office at work: keys, lists and sheets made by the hub's program, as an office makes them.</summary>
sealed class CountyOffice : IDisposable
{
    readonly TempFolder folder = new();

    /// <summary>A file or folder of the office.</summary>
    public string this[string name] => folder[name];

    /// <summary>The lists that go to the boxes.</summary>
    public string Lists => folder["lists"];

    /// <summary>Makes the root, an issuing key, a signer, and the first trust list.</summary>
    public async Task OpenAsync(CancellationToken cancel)
    {
        var month = TimeProvider.System.GetUtcNow().ToString("yyyy-MM", CultureInfo.InvariantCulture);
        Directory.CreateDirectory(Lists);
        await HubAsync(cancel, "pass", "keygen", "root", "--out", folder["keys"]);
        File.Copy(folder["keys/root.pem"], folder["lists/root.pem"]);
        await HubAsync(cancel, "pass", "keygen", "issuing", "--out", folder["keys"], "--id", "0001", "--month", month, "--name", "township");
        await HubAsync(cancel, "pass", "keygen", "signer", "--out", folder["keys"], "--month", month, "--name", "county");
        File.Move(folder[$"keys/gp1-0001-{month}.key.pem"], folder["keys/issuing.key.pem"]);
        File.Move(folder[$"keys/gp1-0001-{month}.json"], folder["keys/issuing.json"]);
        File.Move(folder[$"keys/signer-{month}.key.pem"], folder["keys/signer.key.pem"]);
        File.Move(folder[$"keys/signer-{month}.json"], folder["keys/signer.json"]);
        await HubAsync(
            cancel, "bundle", "trust", "--key", folder["keys/root.key.pem"], "--lists", Lists, "--add", folder["keys/issuing.json"], folder["keys/signer.json"]);
    }

    /// <summary>Runs the hub's program, which must succeed.</summary>
    /// <returns>What it printed.</returns>
    public Task<string> HubAsync(CancellationToken cancel, params string[] arguments) =>
        RunAsync("Checkpoint.Hub", "checkpoint-hub", arguments, new Dictionary<string, string>(StringComparer.Ordinal), cancel);

    /// <summary>Runs the hub's program with a hub's settings; it must succeed.</summary>
    /// <returns>What it printed.</returns>
    public Task<string> RunHubAsync(IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, CancellationToken cancel) =>
        RunAsync("Checkpoint.Hub", "checkpoint-hub", arguments, environment, cancel);

    /// <summary>Runs the box's program with the office's lists, which must succeed.</summary>
    /// <returns>What it printed.</returns>
    public Task<string> EdgeAsync(CancellationToken cancel, params string[] arguments)
    {
        var settings = new EdgeSettings("gate-1", folder.Path, "mqtt://127.0.0.1:1", Passages: 1);
        var environment = settings.Environment(new("http://127.0.0.1:0")).ToDictionary(StringComparer.Ordinal);
        environment["CHECKPOINT_EDGE__Passes__Root"] = folder["lists/root.pem"];
        environment["CHECKPOINT_EDGE__Passes__Bundles"] = Lists;
        Directory.CreateDirectory(folder["config"]);
        return RunAsync("Checkpoint.Edge", "checkpoint-edge", [.. arguments, "--config", folder["config"]], environment, cancel);
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Dispose();

    async Task<string> RunAsync(
        string project, string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, CancellationToken cancel)
    {
        var log = folder[Guid.NewGuid().ToString("n")];
        await using var process = ProgramProcess.Start(project, program, arguments, environment, log);
        var code = await process.WaitAsync(cancel);
        code.ShouldBe(0, process.Output());
        return process.Output();
    }
}
