using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Checkpoint.Hosting.Health;

/// <summary>What both programs answer to whoever watches them.</summary>
/// <remarks>Plain request delegates: anything else would have ASP.NET compile expressions at start, which a small box pays in memory.</remarks>
public static class HealthEndpoints
{
    /// <summary><c>GET /metrics</c> in Prometheus text format 0.0.4.</summary>
    public static IEndpointConventionBuilder MapMetrics(this IEndpointRouteBuilder endpoints, Metrics metrics) =>
        endpoints.MapGet("/metrics", context =>
        {
            context.Response.ContentType = "text/plain; version=0.0.4; charset=utf-8";
            return context.Response.WriteAsync(metrics.ToString(), context.RequestAborted);
        });

    /// <summary><c>GET /healthz</c> as JSON: 200 when nothing is failing, else 503.</summary>
    public static IEndpointConventionBuilder MapHealth(this IEndpointRouteBuilder endpoints, HealthReport report) =>
        endpoints.MapGet("/healthz", async context =>
        {
            var statuses = report.Read();
            if (HealthReport.Worst(statuses) == HealthState.Failing)
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.ContentType = "application/json";
            await context.Response.Body.WriteAsync(HealthReport.ToJson(statuses), context.RequestAborted);
        });
}
