using System.Text.Json;
using Checkpoint.Devices.Codes;
using Checkpoint.Devices.Pictures;
using Checkpoint.Passes;
using Checkpoint.Passes.Nzcp;
using Checkpoint.Passes.Trust;
using Checkpoint.Testing;
using Checkpoint.Testing.Programs;

namespace Checkpoint.EndToEnd;

/// <summary>Another system's pass, from its issuer's published keys through the office's tool to the light of a running gate.</summary>
public sealed class ForeignPassesTests : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly CountyOffice office = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task A_pass_of_another_system_opens_the_gate_once_the_root_trusts_its_issuer()
    {
        var data = DataFolder.Find("nzcp");
        Assert.SkipWhen(data is null, DataFolder.WhySkipped);
        var documents = Directory.GetFiles(data!, "did*.json", SearchOption.AllDirectories);
        var picture = Directory.GetFiles(data!, "*.png", SearchOption.AllDirectories).FirstOrDefault(file => IsGood(file, documents));
        Assert.SkipWhen(picture is null, "No pass of the test data is in its time any more.");
        await office.OpenAsync(Cancel);
        File.Copy(office["lists/root.pem"], office["root.pem"]);
        File.Copy(picture!, office["shown.png"]);
        await File.WriteAllTextAsync(
            office["crowd.json"], """[{"note":"a traveller","direction":"entry","code":"shown.png","surface":[34.3]}]""", Cancel);

        (await PassAsync("before")).ShouldBe(("hold", "unknown-issuer"));
        await office.HubAsync(
            Cancel, ["bundle", "trust", "--key", office["keys/root.key.pem"], "--lists", office.Lists, "--nzcp", .. documents, "--from", "2020-01-01", "--until", "2099-12-31"]);
        (await PassAsync("after")).ShouldBe(("admit", "all-in-order"));
    }

    static bool IsGood(string picture, IEnumerable<string> documents)
    {
        using var decoder = QrDecoders.Open();
        var now = TimeProvider.System.GetUtcNow();
        var trust = new TrustList(1, now, documents.SelectMany(file => NzcpIssuer.Read(File.ReadAllBytes(file))));
        return decoder.Decode(GreyPng.ReadFile(picture)) is { } symbol
            && new PassVerifier(new(trust)).Check(symbol, Some.At(now)).Outcome == CodeOutcome.Valid;
    }

    async Task<(string? Verdict, string? Reason)> PassAsync(string name)
    {
        Directory.CreateDirectory(office[name]);
        await using var gate = await EdgeProgram.StartAsync(
            new("gate-1", office[name], "mqtt://127.0.0.1:1", Passages: 1) { Seeds = Path.GetDirectoryName(office.Lists)! }, Cancel);
        JsonElement? first = null;
        await Eventually.HoldsAsync(
            async () => (first = (await gate.JournalAsync(0, Cancel)).Select(row => (JsonElement?)row.Entry).FirstOrDefault()) is not null,
            "somebody was judged",
            Patience,
            Cancel);
        return (first!.Value.GetProperty("verdict").GetString(), first.Value.GetProperty("reasons")[0].GetString());
    }
}
