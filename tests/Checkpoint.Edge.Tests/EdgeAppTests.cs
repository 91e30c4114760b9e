using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using Checkpoint.Edge.Golden;
using Checkpoint.Edge.Journaling;
using Checkpoint.Edge.Scanning;
using Checkpoint.Journaling;
using Checkpoint.Testing;
using Checkpoint.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Checkpoint.Edge;

public sealed class EdgeAppTests : IAsyncLifetime
{
    readonly GateFolder folder = new();
    readonly HttpClient http = new();
    WebApplication? app;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        if (app is not null)
        {
            await app.StopAsync(CancellationToken.None);
            await app.DisposeAsync();
        }

        folder.Dispose();
    }

    [Fact]
    public async Task A_person_passes_and_can_be_read_from_the_journal()
    {
        await StartAsync();
        await CrowdDoneAsync();

        var page = await JsonAsync("/api/v1/journal");

        var record = page.GetProperty("records").EnumerateArray().ShouldHaveSingleItem();
        record.GetProperty("verdict").GetString().ShouldBe("admit");
        record.GetProperty("hash").GetString()!.Length.ShouldBe(64);
    }

    [Fact]
    public async Task A_person_is_told_what_to_do()
    {
        folder.Set("Devices:Speaker:Kind", "alsa");
        folder.Set("Devices:Simulation:Sound", folder["sound"]);
        await StartAsync();
        await CrowdDoneAsync();

        // "Show your code" begins, and is cut off by what comes next.
        await Eventually.HoldsAsync(() => Directory.Exists(folder["sound"]) && Directory.GetFiles(folder["sound"], "*.wav").Length >= 2, "two phrases are heard", Cancel);
    }

    [Fact]
    public async Task The_journal_is_read_in_pages()
    {
        folder.Set("Devices:Simulation:Passages", "3");
        folder.Set("Devices:Simulation:Speed", "10");
        await StartAsync();
        await CrowdDoneAsync();

        var page = await JsonAsync("/api/v1/journal?after=1&limit=2");

        page.GetProperty("records").EnumerateArray().Select(record => record.GetProperty("seq").GetInt64()).ShouldBe([2, 3]);
        (await JsonAsync("/api/v1/journal?after=9223372036854774807")).GetProperty("records").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("after=-1")]
    [InlineData("after=x")]
    [InlineData("after=9223372036854775807")]
    [InlineData("limit=0")]
    [InlineData("limit=1001")]
    [InlineData("limit=")]
    [InlineData("after=1&after=2")]
    public async Task A_question_that_cannot_be_answered_is_answered_with_what_can(string query)
    {
        await StartAsync();

        using var reply = await GetAsync($"/api/v1/journal?{query}");

        reply.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await reply.Content.ReadAsStringAsync(Cancel)).ShouldContain("Expected after from 0 and limit from 1 to 1000, whole numbers.");
    }

    [Fact]
    public async Task Without_a_broker_the_gate_is_degraded_and_not_failing()
    {
        await StartAsync();

        using var reply = await GetAsync("/healthz");

        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await StatesAsync(reply)).ShouldBe(["gate ok", "journal ok", "clock ok", "lists ok", "code reader ok", "broker degraded"]);
    }

    [Fact]
    public async Task With_a_broker_all_is_well()
    {
        await using var broker = await Broker.StartNewAsync(new(), Cancel);
        folder.Set("Mqtt:Broker", $"mqtt://127.0.0.1:{broker.Port}");
        await StartAsync();

        await Eventually.HoldsAsync(async () => (await JsonAsync("/api/v1/status")).GetProperty("broker").GetBoolean(), "connected", Cancel);

        using var reply = await GetAsync("/healthz");
        (await StatesAsync(reply)).ShouldBe(["gate ok", "journal ok", "clock ok", "lists ok", "code reader ok", "broker ok"]);
    }

    [Fact]
    public async Task The_will_names_this_start_of_the_program()
    {
        using var broker = new TcpListener(IPAddress.Loopback, 0);
        broker.Start();
        folder.Set("Mqtt:Broker", $"mqtt://{broker.LocalEndpoint}");
        using (var before = Journal.Open(folder.Journal, DeviceId.Parse("gate-1")))
            before.Boot.ShouldBe(1);

        await StartAsync();

        using var gate = await broker.AcceptTcpClientAsync(Cancel).AsTask().WaitAsync(Eventually.Deadline, Cancel);
        var greeting = new byte[1024];
        var length = await gate.GetStream().ReadAsync(greeting, Cancel);
        var will = new ConnectionState(Online: false, Boot: 2).ToJson();
        greeting.AsSpan(0, length).IndexOf(will).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Without_a_journal_the_gate_is_failing_until_it_is_there()
    {
        folder.Set("Journal:Path", folder["store/journal.db"]);
        await StartAsync();

        using (var reply = await GetAsync("/healthz"))
        {
            reply.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            (await StatesAsync(reply)).ShouldBe(["gate ok", "journal failing", "clock ok", "lists ok", "code reader ok", "broker degraded"]);
        }

        using (var reply = await GetAsync("/api/v1/journal"))
            reply.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);

        Directory.CreateDirectory(folder["store"]);
        await Eventually.HoldsAsync(async () => (await JsonAsync("/api/v1/status")).GetProperty("boot").GetInt32() == 1, "open", Cancel);
    }

    [Fact]
    public async Task After_a_damaged_journal_the_gate_is_degraded_and_says_where_it_is_kept()
    {
        await File.WriteAllTextAsync(folder.Journal, string.Concat(Enumerable.Repeat("no database ", 1000)), Cancel);
        await StartAsync();

        using var reply = await GetAsync("/healthz");

        (await StatesAsync(reply)).ShouldBe(["gate ok", "journal degraded", "clock ok", "lists ok", "code reader ok", "broker degraded"]);
        (await reply.Content.ReadAsStringAsync(Cancel)).ShouldContain("journal.db.bad-");
    }

    [Fact]
    public async Task The_page_of_codes_shows_what_waits_and_needs_no_other_host()
    {
        await StartAsync();
        await CrowdDoneAsync();

        using var reply = await GetAsync("/carry");
        var page = await reply.Content.ReadAsStringAsync(Cancel);
        var picture = Regex.Match(page, "src=\"(?<path>/carry/[0-9A-F]{8}/1[.]png)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["path"].Value;
        var png = await http.GetByteArrayAsync(Address(picture), Cancel);

        reply.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'");
        page.ShouldNotContain("://");
        png.AsSpan(1, 3).SequenceEqual("PNG"u8).ShouldBeTrue();
        (await http.GetStringAsync(Address("/carry/turn.js"), Cancel)).ShouldContain("setInterval");
        using var other = await GetAsync("/carry/00000000/1.png");
        other.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_names_of_the_metrics_are_as_approved()
    {
        await StartAsync();

        var text = await http.GetStringAsync(Address("/metrics"), Cancel);

        text.Split('\n').Where(line => line.StartsWith("# TYPE", StringComparison.Ordinal)).ShouldBeApproved("metrics.txt");
    }

    [Fact]
    public async Task Todays_entries_can_be_looked_at()
    {
        await StartAsync();
        await CrowdDoneAsync();

        var entry = (await JsonAsync("/api/v1/today")).GetProperty("entries").EnumerateArray().ShouldHaveSingleItem();

        entry.EnumerateObject().Select(member => member.Name).ShouldBe(["seq", "at", "passage", "direction", "verdict", "who", "acknowledged"]);
        entry.GetProperty("verdict").GetString().ShouldBe("admit");
        entry.GetProperty("who").ValueKind.ShouldBe(JsonValueKind.Null);
        entry.GetProperty("acknowledged").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task The_status_has_the_members_that_others_read()
    {
        await StartAsync();

        var status = await JsonAsync("/api/v1/status");

        status.EnumerateObject().Select(member => member.Name).ShouldBe(
            ["device", "program", "epoch", "boot", "written", "released", "notRecorded", "presences", "onDuty", "broker", "contested", "receiptAt", "crowdDone", "clock", "lists", "signal", "decision"]);
    }

    async Task StartAsync()
    {
        app = EdgeApp.Create(folder.Load());
        app.Services.GetRequiredService<GateJournal>().TryOpen();
        await app.StartAsync(Cancel);
        await app.Services.GetRequiredService<ScannerStatus>().Greeted.WaitAsync(Eventually.Deadline, Cancel);
    }

    Task CrowdDoneAsync() => Eventually.HoldsAsync(
        async () => (await JsonAsync("/api/v1/status")).GetProperty("crowdDone").GetBoolean(), "the crowd has gone through", Cancel);

    Uri Address(string path) => new(app!.Urls.Single() + path);

    Task<HttpResponseMessage> GetAsync(string path) => http.GetAsync(Address(path), Cancel);

    async Task<JsonElement> JsonAsync(string path)
    {
        using var document = JsonDocument.Parse(await http.GetStringAsync(Address(path), Cancel));
        return document.RootElement.Clone();
    }

    static async Task<IEnumerable<string>> StatesAsync(HttpResponseMessage reply)
    {
        using var document = JsonDocument.Parse(await reply.Content.ReadAsStringAsync(Cancel));
        return [.. document.RootElement.GetProperty("checks").EnumerateArray()
            .Select(check => $"{check.GetProperty("name").GetString()} {check.GetProperty("state").GetString()}")];
    }
}
