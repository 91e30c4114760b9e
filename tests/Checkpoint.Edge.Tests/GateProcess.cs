using System.Text.Json;
using Checkpoint.Testing;
using Checkpoint.Testing.Programs;

namespace Checkpoint.Edge;

/// <summary>checkpoint-edge as a process, with the configuration of a folder.</summary>
sealed class GateProcess : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly ProgramProcess process;
    readonly HttpClient http;

    GateProcess(ProgramProcess process, Uri address)
    {
        this.process = process;
        http = new() { BaseAddress = address };
    }

    /// <summary>Its process id.</summary>
    public int Id => process.Id;

    /// <summary>What it has printed.</summary>
    public string Output => process.Output();

    /// <summary>Starts one that is expected to come up, and waits until it answers.</summary>
    /// <param name="folder">Its configuration.</param>
    /// <param name="environment">Added to its environment.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<GateProcess> StartAsync(
        GateFolder folder, IReadOnlyDictionary<string, string> environment, CancellationToken cancel)
    {
        var address = $"http://127.0.0.1:{FreePort.Next()}";
        folder.Set("Web:Listen", address);
        var gate = new GateProcess(Start(folder, environment), new(address));
        await Eventually.HoldsAsync(gate.AnswersAsync, "the gate answers", Patience, cancel);
        return gate;
    }

    /// <summary>Runs one that is expected to refuse, to its end.</summary>
    /// <returns>Its exit code, and the lines that it printed.</returns>
    public static async Task<(int ExitCode, IReadOnlyList<string> Lines)> RefusedAsync(GateFolder folder, CancellationToken cancel)
    {
        await using var refused = Start(folder, new Dictionary<string, string>(StringComparer.Ordinal));
        var code = await refused.WaitAsync(cancel).WaitAsync(Patience, cancel);
        return (code, refused.Output().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Waits until a simulated crowd has gone through.</summary>
    public Task CrowdDoneAsync(CancellationToken cancel) => Eventually.HoldsAsync(
        async () => (await JsonAsync("api/v1/status", cancel)).GetProperty("crowdDone").GetBoolean(),
        "the crowd has gone through",
        Patience,
        cancel);

    /// <summary>What it answers.</summary>
    public async Task<JsonElement> JsonAsync(string path, CancellationToken cancel)
    {
        using var document = JsonDocument.Parse(await http.GetStringAsync(new Uri(path, UriKind.Relative), cancel));
        return document.RootElement.Clone();
    }

    /// <summary>Asks it to stop with SIGTERM.</summary>
    /// <returns>Its exit code.</returns>
    public Task<int> StopAsync() => process.StopAsync();

    /// <summary>Ends it at once (SIGKILL).</summary>
    public Task KillAsync() => process.KillAsync();

    /// <summary>Waits for it to end by itself.</summary>
    public Task<int> WaitAsync(CancellationToken cancel) => process.WaitAsync(cancel).WaitAsync(Patience, cancel);

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await process.DisposeAsync();
    }

    static ProgramProcess Start(GateFolder folder, IReadOnlyDictionary<string, string> environment) => ProgramProcess.Start(
        "Checkpoint.Edge", "checkpoint-edge", ["run", "--config", folder.Path], environment, folder.LogFile);

    async Task<bool> AnswersAsync()
    {
        process.HasExited.ShouldBeFalse(process.HasExited ? Output : "");
        try
        {
            using var reply = await http.GetAsync(new Uri("healthz", UriKind.Relative), CancellationToken.None);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
