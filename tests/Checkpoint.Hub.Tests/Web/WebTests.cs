using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;
using System.Text.RegularExpressions;
using Checkpoint.Hub.Ledgers;
using Checkpoint.Wire;

namespace Checkpoint.Hub.Web;

public sealed partial class WebTests : HubFixture
{
    static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Pages_of_the_ledger_follow_one_another()
    {
        await using var hub = await StartHubAsync();
        await SendAsync(new Journal().Passages(5));

        var first = await hub.GetAsync("/api/v1/ledger?limit=3", Cancel);
        var second = await hub.GetAsync($"/api/v1/ledger?limit=3&device=gate-1&after={first.GetProperty("next")}", Cancel);
        var third = await hub.GetAsync($"/api/v1/ledger?after={second.GetProperty("next")}", Cancel);

        Numbers(first).ShouldBe([1, 2, 3]);
        first.GetProperty("more").GetBoolean().ShouldBeTrue();
        Numbers(second).ShouldBe([4, 5]);
        second.GetProperty("more").GetBoolean().ShouldBeFalse();
        Numbers(third).ShouldBeEmpty();
        third.GetProperty("next").GetInt64().ShouldBe(5);
    }

    [Fact]
    public async Task A_row_carries_the_entry_as_the_box_wrote_it()
    {
        await using var hub = await StartHubAsync();
        var record = new Journal().Passage(1);
        await SendAsync(record);

        var row = (await hub.GetAsync("/api/v1/ledger", Cancel)).GetProperty("entries")[0];

        row.EnumerateObject().Select(member => member.Name).ShouldBe(["device", "entry", "epoch", "hash", "receipt", "receivedAt", "seq"]);
        row.GetProperty("entry").GetRawText().ShouldBe(System.Text.Encoding.UTF8.GetString(record.Canonical.Span));
        row.GetProperty("hash").GetString().ShouldBe(record.Hash.Hex);
    }

    [Theory]
    [InlineData("limit=0", "limit", "expected a whole number from 1 to 1000")]
    [InlineData("limit=1001", "limit", "1001")]
    [InlineData("limit=ten", "limit", "ten")]
    [InlineData("limit=", "limit", "1 to 1000")]
    [InlineData("limit=1&limit=2", "limit", "1,2")]
    [InlineData("after=-1", "after", "expected a whole number from 0 to 9007199254740992")]
    [InlineData("after=99999999999999999999", "after", "99999999999999999999")]
    [InlineData("device=GATE", "device", "expected 1 to 32 of a-z, 0-9 and '-'")]
    [InlineData("device=", "device", "expected 1 to 32")]
    public async Task A_wrong_query_value_is_named_with_what_it_may_be(string query, string parameter, string words)
    {
        await using var hub = await StartHubAsync();

        using var answer = await hub.Http.GetAsync(new Uri($"/api/v1/ledger?{query}", UriKind.Relative), Cancel);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        problem.RootElement.GetProperty("errors").GetProperty(parameter)[0].GetString()!.ShouldContain(words);
        problem.RootElement.GetProperty("detail").GetString()!.ShouldContain(words);
    }

    [Theory]
    [InlineData("limit=1")]
    [InlineData("limit=1000")]
    [InlineData("after=0")]
    [InlineData("after=9007199254740992")]
    [InlineData("device=a")]
    public async Task Query_values_at_their_limits_are_good(string query)
    {
        await using var hub = await StartHubAsync();

        using var answer = await hub.Http.GetAsync(new Uri($"/api/v1/ledger?{query}", UriKind.Relative), Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_path_that_is_not_there_is_a_problem_in_words()
    {
        await using var hub = await StartHubAsync();

        using var answer = await hub.Http.GetAsync(new Uri("/nowhere", UriKind.Relative), Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task The_summary_names_every_box_of_the_fleet()
    {
        await using var hub = await StartHubAsync();
        await SendAsync(new Journal().Passages(2));

        var summary = await hub.GetAsync("/api/v1/summary", Cancel);

        summary.EnumerateObject().Select(member => member.Name).ShouldBe(
            ["aside", "asideDropped", "brokenLinks", "conflicts", "deviceCount", "devices", "duplicates", "missing", "passages", "rows", "tallies"]);
        summary.GetProperty("tallies").GetRawText().ShouldBe("""[{"direction":"entry","passages":2,"verdict":"admit"}]""");
        var devices = summary.GetProperty("devices").EnumerateArray().ToList();
        devices.Select(device => device.GetProperty("device").GetString()).ShouldBe(["gate-1", "gate-2"]);
        devices[0].GetProperty("upTo").GetInt64().ShouldBe(2);
        devices[0].GetProperty("highest").GetInt64().ShouldBe(2);
        devices[1].GetProperty("epoch").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_viewer_gets_the_summary_the_latest_passages_and_then_each_new_one()
    {
        await using var hub = await StartHubAsync();
        var journal = new Journal();
        await SendAsync(journal.Passages(25));
        await using var stream = await hub.Http.GetStreamAsync(new Uri("/events", UriKind.Relative), Cancel);
        await using var events = SseParser.Create(stream).EnumerateAsync(Cancel).GetAsyncEnumerator(Cancel);

        var first = await NextAsync(events);
        var known = new List<long>();
        for (var i = 0; i < 20; i++)
            known.Add(Seq(await NextAsync(events)));
        await SendAsync(journal.Passage(26));

        first.EventType.ShouldBe(LiveFeed.SummaryEvent);
        known.ShouldBe(Enumerable.Range(6, 20).Select(i => (long)i));
        Seq(await NextAsync(events, LiveFeed.PassageEvent)).ShouldBe(26);
        var summary = await NextAsync(events, LiveFeed.SummaryEvent);
        summary.Data.ShouldContain("\"rows\":26");
    }

    [Fact]
    public async Task One_viewer_too_many_is_told_so()
    {
        await using var hub = await StartHubAsync();
        var viewers = new List<Stream>();
        for (var i = 0; i < LiveFeed.MaxViewers; i++)
            viewers.Add(await hub.Http.GetStreamAsync(new Uri("/events", UriKind.Relative), Cancel));

        using var answer = await hub.Http.GetAsync(new Uri("/events", UriKind.Relative), Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await answer.Content.ReadAsStringAsync(Cancel)).ShouldContain("64 pages are open already");
        foreach (var viewer in viewers)
            await viewer.DisposeAsync();
    }

    [Fact]
    public async Task An_open_page_does_not_hold_up_the_end()
    {
        await using var hub = await StartHubAsync();
        await using var stream = await hub.Http.GetStreamAsync(new Uri("/events", UriKind.Relative), Cancel);

        var stopping = hub.StopAsync(Cancel);

        await stopping.WaitAsync(TimeSpan.FromSeconds(5), TimeProvider.System, Cancel);
    }

    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/hub.css", "text/css")]
    [InlineData("/hub.js", "text/javascript")]
    public async Task The_page_asks_nobody_else_and_has_nothing_inline(string path, string type)
    {
        await using var hub = await StartHubAsync();

        using var answer = await hub.Http.GetAsync(new Uri(path, UriKind.Relative), Cancel);
        var text = await answer.Content.ReadAsStringAsync(Cancel);

        answer.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'self';");
        Foreign().IsMatch(text).ShouldBeFalse();
        Inline().IsMatch(text).ShouldBeFalse();
    }

    [Fact]
    public async Task Every_verdict_has_a_word_and_a_shape_of_its_own()
    {
        await using var hub = await StartHubAsync();

        var script = await hub.Http.GetStringAsync(new Uri("/hub.js", UriKind.Relative), Cancel);

        foreach (var verdict in new[] { "\"admit\": [\"●\", \"放行\"", "\"recheck\": [\"▲\", \"复测\"", "\"hold\": [\"■\", \"留置\"", "\"turn-back\": [\"◆\", \"劝返\"" })
            script.ShouldContain(verdict);
    }

    async Task SendAsync(params WireRecord[] records)
    {
        using var box = await BoxLink.ConnectAsync(Broker, Cancel);
        await box.SendAsync(Cancel, records);
        await box.WatermarkAsync(records[^1].Key.Seq, Cancel);
    }

    static IEnumerable<long> Numbers(JsonElement page) =>
        page.GetProperty("entries").EnumerateArray().Select(row => row.GetProperty("seq").GetInt64());

    static long Seq(SseItem<string> passage)
    {
        using var row = JsonDocument.Parse(passage.Data);
        return row.RootElement.GetProperty("seq").GetInt64();
    }

    static async Task<SseItem<string>> NextAsync(IAsyncEnumerator<SseItem<string>> events, string? type = null)
    {
        do
            (await events.MoveNextAsync().AsTask().WaitAsync(Deadline, TimeProvider.System, Cancel)).ShouldBeTrue();
        while (type is not null && !string.Equals(events.Current.EventType, type, StringComparison.Ordinal));
        return events.Current;
    }

    [GeneratedRegex("https?:|//[a-z]|@import|url\\(", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Foreign();

    [GeneratedRegex("<script>|<style|\\son[a-z]+=|style=", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Inline();
}
