using System.Net;
using System.Text;
using Checkpoint.Testing;

namespace Checkpoint.Edge.Sensing.Clinical;

/// <summary>A gate as a process that has referred somebody, and what it takes of a clinical thermometer.</summary>
public sealed class ClinicalTests : IDisposable
{
    static readonly (long Entry, string Celsius, string Site, string Expected)[] Wrong =
    [
        (2, "46", "axillary", "45 °C"), (2, "warm", "axillary", "45 °C"), (2, "38.155", "oral", "45 °C"),
        (2, "38.2", "forehead", "axillary, oral or ear"), (99, "38.2", "ear", "Entry 99 is no person's"), (0, "38.2", "ear", "Entry 0 is no person's"),
    ];

    readonly GateFolder folder = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_a_clinical_thermometer_said_is_an_entry_beside_the_referral()
    {
        await using var gate = await ReferAsync();

        (await SayAsync(new(2, "38.2", "axillary"))).ShouldBe((0, "已记录 Recorded: #3"));

        var records = (await gate.JsonAsync("api/v1/journal", Cancel)).GetProperty("records").EnumerateArray().ToList();
        var noted = records[2];
        (noted.GetProperty("kind").GetString(), noted.GetProperty("of").GetInt64(), noted.GetProperty("clinical").GetInt32(), noted.GetProperty("site").GetString())
            .ShouldBe(("clinical", 2, 38_20, "axillary"));
    }

    [Fact]
    public async Task What_cannot_be_meant_is_refused_with_a_reason()
    {
        await using var gate = await ReferAsync();

        foreach (var (entry, celsius, site, expected) in Wrong)
        {
            var (code, words) = await SayAsync(new(entry, celsius, site));
            code.ShouldBe(1);
            words.ShouldContain(expected);
        }

        (await PostAsync("text/plain")).ShouldBe(HttpStatusCode.BadRequest); // all that a page of another host can send
        (await PostAsync("application/x-www-form-urlencoded")).ShouldBe(HttpStatusCode.BadRequest);
        (await PostAsync("application/json", host: "gate.example")).ShouldBe(HttpStatusCode.Forbidden); // or one whose name was turned to this box
        (await gate.JsonAsync("api/v1/status", Cancel)).GetProperty("written").GetInt64().ShouldBe(2);
    }

    [Fact]
    public async Task A_gate_that_does_not_run_is_named()
    {
        folder.Set("Web:Listen", $"http://127.0.0.1:{FreePort.Next()}");

        var (code, words) = await SayAsync(new(2, "38.2", "ear"));

        code.ShouldBe(1);
        words.ShouldContain("The gate does not answer");
    }

    async Task<GateProcess> ReferAsync()
    {
        Directory.CreateDirectory(folder["seeds"]);
        File.Copy(Path.Combine(DataFolder.RepositoryRoot(), "seeds", "demo", "codes", "pass-01.png"), Path.Combine(folder["seeds"], "code.png"));
        await File.WriteAllTextAsync(
            Path.Combine(folder["seeds"], "crowd.json"),
            """[{ "note": "one", "direction": "entry", "code": "code.png", "surface": [36.31] }]""",
            Cancel);
        folder.Set("Devices:Simulation:Seeds", folder["seeds"]);
        var gate = await GateProcess.StartAsync(folder, new Dictionary<string, string>(StringComparer.Ordinal), Cancel);
        await gate.CrowdDoneAsync(Cancel);
        return gate;
    }

    async Task<HttpStatusCode> PostAsync(string type, string? host = null)
    {
        using var http = new HttpClient();
        using var content = new StringContent("""{"entry":2,"celsius":"36.6","site":"ear"}""", Encoding.UTF8, type);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{folder.Load().Web.Listen}/api/v1/clinical") { Content = content };
        request.Headers.Host = host;
        using var reply = await http.SendAsync(request, Cancel);
        return reply.StatusCode;
    }

    async Task<(int Code, string Words)> SayAsync(ClinicalRequest request)
    {
        using var words = new StringWriter();
        var code = await ClinicalCommand.RunAsync(folder.Path, request, words, Cancel);
        return (code, words.ToString().Trim());
    }
}
