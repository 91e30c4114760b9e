using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Checkpoint.Hosting.Health;

/// <summary>What both programs answer to whoever watches them.</summary>
public static class HealthEndpoints
{
    /// <summary><c>GET /metrics</c> in Prometheus text format 0.0.4.</summary>
    public static IEndpointConventionBuilder MapMetrics(this IEndpointRouteBuilder endpoints, Metrics metrics) =>
        endpoints.MapGet("/metrics", () => Results.Text(metrics.ToString(), "text/plain; version=0.0.4; charset=utf-8"));

    /// <summary><c>GET /healthz</c> as JSON: 200 when nothing is failing, else 503.</summary>
    public static IEndpointConventionBuilder MapHealth(this IEndpointRouteBuilder endpoints, HealthReport report) =>
        endpoints.MapGet("/healthz", () =>
        {
            var statuses = report.Read();
            var failing = HealthReport.Worst(statuses) == HealthState.Failing;
            return Results.Text(
                HealthReport.ToJson(statuses),
                "application/json",
                failing ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
        });
}
