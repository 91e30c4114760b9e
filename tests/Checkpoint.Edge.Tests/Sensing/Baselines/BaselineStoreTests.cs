using System.Text.Json;

namespace Checkpoint.Edge.Sensing.Baselines;

/// <summary>A gate as a process that is stopped and started again.</summary>
public sealed class BaselineStoreTests : IDisposable
{
    readonly GateFolder folder = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    string Kept => folder["baseline.kept"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_a_gate_has_learned_outlives_it()
    {
        (await PeopleAfterARunAsync()).ShouldBe(1);
        (await PeopleAfterARunAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task A_damaged_file_is_learned_anew()
    {
        await File.WriteAllTextAsync(Kept, "{", Cancel);

        (await PeopleAfterARunAsync()).ShouldBe(1);
    }

    // The first of the demonstration's crowd passes at the first reading.
    async Task<int> PeopleAfterARunAsync()
    {
        await using var gate = await GateProcess.StartAsync(folder, new Dictionary<string, string>(StringComparer.Ordinal), Cancel);
        await gate.CrowdDoneAsync(Cancel);
        (await gate.StopAsync()).ShouldBe(0);
        using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(Kept, Cancel));
        return json.RootElement.GetProperty("people").GetInt32();
    }
}
