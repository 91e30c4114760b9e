using System.Text.Json;
using Checkpoint.Testing;

namespace Checkpoint.Edge.Web;

/// <summary>A gate as a process, a crowd of one, and what the gate tells of its decision.</summary>
public sealed class ToldDecisionTests : IDisposable
{
    readonly GateFolder folder = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_gate_tells_the_rules_the_facts_and_what_would_have_been_green()
    {
        var decision = await DecisionAsync("pass-01", """ "surface": [36.31] """);

        decision.GetProperty("verdict").GetString().ShouldBe("hold");
        decision.GetProperty("reasons")[0].GetString().ShouldBe("temperature-still-high");
        var words = decision.GetProperty("words");
        words.GetProperty("en").GetString()!.ShouldMatch(@"^red: 36\.\d+ \(body perhaps 3\d\.\d+, 3\d\.\d+-[34]\d\.\d+\), reading 2; below 35\.\d+ would be green$");
        words.GetProperty("zh").GetString()!.ShouldMatch(@"^红：体表36\.\d+（推算体温3\d\.\d+，3\d\.\d+–[34]\d\.\d+），第2次测量；低于35\.\d+则绿$");
        decision.GetProperty("changes")[0].GetProperty("fact").GetString().ShouldBe("surface");
        var rule = decision.GetProperty("rules").EnumerateArray().Single(rule => rule.GetProperty("id").ValueEquals("anti-passback"));
        rule.GetProperty("result").GetString().ShouldBe("met");
        rule.GetProperty("read")[0].ToString().ShouldBe("""{"fact":"visit.known","value":"true"}""");
    }

    [Fact]
    public async Task A_gate_tells_of_a_health_code_that_green_would_have_been_green()
    {
        var decision = await DecisionAsync("health-code", """ "surface": [34.4], "colour": "red" """);

        decision.GetProperty("reasons")[0].GetString().ShouldBe("health-code-red");
        decision.GetProperty("words").GetProperty("en").GetString()!.ShouldEndWith("; a green health code would be green");
        decision.GetProperty("changes")[0].ToString().ShouldBe("""{"fact":"colour","from":"\u0022red\u0022","to":"\u0022green\u0022"}""");
    }

    async Task<JsonElement> DecisionAsync(string code, string member)
    {
        Directory.CreateDirectory(folder["seeds"]);
        var picture = Path.Combine(DataFolder.RepositoryRoot(), "seeds", "demo", "codes", $"{code}.png");
        File.Copy(picture, Path.Combine(folder["seeds"], "code.png"));
        await File.WriteAllTextAsync(
            Path.Combine(folder["seeds"], "crowd.json"),
            $$"""[{ "note": "one", "direction": "entry", "code": "code.png", {{member}} }]""",
            Cancel);
        folder.Set("Devices:Simulation:Seeds", folder["seeds"]);
        await using var gate = await GateProcess.StartAsync(folder, new Dictionary<string, string>(StringComparer.Ordinal), Cancel);
        await gate.CrowdDoneAsync(Cancel);
        return (await gate.JsonAsync("api/v1/status", Cancel)).GetProperty("decision");
    }
}
