using System.Text;
using System.Text.Json;
using Checkpoint.Testing;
using Checkpoint.Testing.Programs;

namespace Checkpoint.EndToEnd;

/// <summary>What codes say of people, from the camera to the hub's tool: nowhere in clear but in the hands of whoever has the key.</summary>
public sealed class SealedFieldsTests : IDisposable
{
    const string IdNumber = "11010519491231002X";
    const string FamilyName = "Musterfrau-Probst";
    const string Birth = "1961-07-23";
    const string Certificate = "URN:UVCI:XX:QZ81#7";

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    static readonly string[] Personal = [IdNumber, IdNumber[6..14], FamilyName, Birth, Certificate, "UVCI"];

    readonly CountyOffice office = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task Nothing_personal_is_in_clear_from_the_camera_to_the_ledger_and_the_key_opens_it()
    {
        await OpenOfficeAsync();
        await using var broker = await Broker.StartNewAsync(new(), Cancel);
        var url = $"mqtt://127.0.0.1:{broker.Port}";
        await using var tap = BrokerTap.Start(broker);
        var hubSettings = new HubSettings(Folder("hub"), url, ["gate-1"]);
        await using var hub = await HubProgram.StartAsync(hubSettings, Cancel);
        await using var gate = await EdgeProgram.StartAsync(new("gate-1", Folder("gate"), url, Passages: 2) { Seeds = Path.GetDirectoryName(office.Lists)! }, Cancel);
        await HealedAsync(gate);

        var entries = (await gate.JournalAsync(0, Cancel)).Where(row => row.Entry.TryGetProperty("sealed", out _)).ToList();
        var profiles = entries.Select(row => row.Entry.GetProperty("profile").GetString()).Distinct(StringComparer.Ordinal).ToList();
        profiles.ShouldBe(["national-id", "hc1"], ignoreOrder: true);
        await HeardAsync(tap, entries[^1].Key.Seq);

        var today = await gate.TodayAsync(Cancel);
        await gate.MetricsAsync(Cancel);
        foreach (var (place, content) in Everything(tap, today, await Pages(gate)))
        {
            foreach (var secret in Personal)
                content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)).ShouldBe(-1, $"{place} holds {secret}");
        }

        today.Select(entry => entry.GetProperty("who").GetString()).Distinct(StringComparer.Ordinal).ShouldBe(["M**", "110*************2X"], ignoreOrder: true);
        today.ShouldAllBe(entry => entry.GetProperty("acknowledged").GetBoolean());
        foreach (var (profile, secret) in new[] { ("national-id", IdNumber), ("hc1", FamilyName) })
        {
            var entry = entries.First(row => string.Equals(row.Entry.GetProperty("profile").GetString(), profile, StringComparison.Ordinal));
            (await PersonAsync(hubSettings, entry, "open")).ShouldContain(secret);
        }

        (await PersonAsync(hubSettings, entries[0], "openings")).ShouldContain("卫生所 contact tracing");
    }

    async Task OpenOfficeAsync()
    {
        await office.OpenAsync(Cancel);
        await office.HubAsync(Cancel, "pass", "keygen", "hub", "--use", "seal", "--out", office["keys"], "--month", "2026-11", "--name", "county");
        await office.HubAsync(
            Cancel, "bundle", "trust", "--key", office["keys/root.key.pem"], "--lists", office.Lists, "--add", office["keys/hub-seal-2026-11.json"]);
        File.Copy(office["lists/root.pem"], office["root.pem"]);
        await StrangersCode.DrawAsync($"身份证号：{IdNumber}", office["number.png"], Cancel);
        await StrangersCode.DrawAsync(
            StrangersCode.Certificate(FamilyName, Birth, Certificate, TimeProvider.System.GetUtcNow()), office["certificate.png"], Cancel);
        await File.WriteAllTextAsync(
            office["crowd.json"],
            """
            [{"note":"shows an ID number","direction":"entry","code":"number.png","surface":[34.3]},
             {"note":"shows a certificate","direction":"entry","code":"certificate.png","surface":[34.4]}]
            """,
            Cancel);
    }

    static Task HealedAsync(EdgeProgram gate) => Eventually.HoldsAsync(
        async () => await gate.StatusAsync(Cancel) is { CrowdDone: true, Written: > 0 } status && status.Released == status.Written,
        "the crowd is through and everything is confirmed",
        Patience,
        Cancel);

    static Task HeardAsync(BrokerTap tap, long seq) => Eventually.HoldsAsync(
        () => Task.FromResult(tap.Heard.Contains($"\"seq\":{seq}", StringComparison.Ordinal)), "the listener has heard the last entry", Patience, Cancel);

    static async Task<string> Pages(EdgeProgram gate) => string.Join(
        '\n', await gate.TextAsync("api/v1/status", Cancel), await gate.TextAsync("api/v1/journal", Cancel), await gate.TextAsync("healthz", Cancel), await gate.MetricsAsync(Cancel));

    // Journal, its log and shared memory, ledger, what both programs printed, lists: every file that box and hub have, but the locks, which hold a process's id
    // and cannot be opened.
    IEnumerable<(string Place, byte[] Content)> Everything(BrokerTap tap, IEnumerable<JsonElement> today, string pages)
    {
        var files = new[] { "gate", "hub" }.SelectMany(folder => Directory.EnumerateFiles(office[folder], "*", SearchOption.AllDirectories))
            .Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)).ToList();
        foreach (var name in new[] { "journal.db", "journal.db-wal", "edge.log", "ledger.db", "ledger.db-wal", "hub.log" })
            files.Select(Path.GetFileName).ShouldContain(name, StringComparer.Ordinal);
        return files.Select(file => (file, ReadShared(file)))
            .Append(("the broker", Encoding.UTF8.GetBytes(tap.Heard)))
            .Append(("today's entries", Encoding.UTF8.GetBytes(string.Join('\n', today))))
            .Append(("the gate's pages", Encoding.UTF8.GetBytes(pages)));
    }

    static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }

    // While the hub runs, as an office does it.
    async Task<string> PersonAsync(HubSettings settings, JournalRow entry, string verb)
    {
        string[] open =
        [
            "--entry", $"{entry.Key.Device}/{entry.Key.Epoch}/{entry.Key.Seq}", "--key", office["keys/hub-seal-2026-11.key.pem"],
            "--by", "王五", "--reason", "卫生所 contact tracing",
        ];
        var environment = settings.Environment(new("http://127.0.0.1:1"));
        return await office.RunHubAsync(
            ["person", verb, .. string.Equals(verb, "open", StringComparison.Ordinal) ? open : [], "--config", settings.Folder], environment, Cancel);
    }

    string Folder(string name) => Directory.CreateDirectory(office[name]).FullName;
}
