using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace Checkpoint.Hosting.Health;

public sealed class HealthEndpointsTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Metrics_come_as_prometheus_text()
    {
        var metrics = new Metrics();
        metrics.Counter("c_total", "c").Increment();

        var (status, type, body) = await GetAsync("/metrics", metrics, new());

        status.ShouldBe(HttpStatusCode.OK);
        type.ShouldBe("text/plain; version=0.0.4; charset=utf-8");
        body.ShouldBe("# HELP c_total c\n# TYPE c_total counter\nc_total 1\n");
    }

    [Fact]
    public async Task A_degraded_part_does_not_make_the_whole_fail()
    {
        var report = new HealthReport(
            ("journal", () => HealthStatus.Ok("12 entries")), ("broker", () => HealthStatus.Degraded("away for 3 minutes")));

        var (status, type, body) = await GetAsync("/healthz", new(), report);

        status.ShouldBe(HttpStatusCode.OK);
        type.ShouldBe("application/json");
        body.ShouldBe(
            """
            {"state":"degraded","checks":[{"name":"journal","state":"ok","line":"12 entries"},{"name":"broker","state":"degraded","line":"away for 3 minutes"}]}
            """);
    }

    [Fact]
    public async Task A_failing_part_is_a_503()
    {
        var report = new HealthReport(
            ("journal", () => HealthStatus.Failing("disk full")), ("broker", () => HealthStatus.Degraded("away")));

        var (status, _, body) = await GetAsync("/healthz", new(), report);

        status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        body.ShouldStartWith("""{"state":"failing",""");
    }

    [Fact]
    public async Task Nothing_to_check_is_healthy()
    {
        var (status, _, body) = await GetAsync("/healthz", new(), new());

        status.ShouldBe(HttpStatusCode.OK);
        body.ShouldBe("""{"state":"ok","checks":[]}""");
    }

    static async Task<(HttpStatusCode Status, string? Type, string Body)> GetAsync(string path, Metrics metrics, HealthReport report)
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.MapMetrics(metrics);
        app.MapHealth(report);
        await app.StartAsync(Cancel);

        using var http = new HttpClient();
        var response = await http.GetAsync(new Uri(new Uri(app.Urls.Single()), path), Cancel);
        return (response.StatusCode, response.Content.Headers.ContentType?.ToString(), await response.Content.ReadAsStringAsync(Cancel));
    }
}
