using Checkpoint.Hub.Ingest;
using Checkpoint.Hub.Ledgers;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Checkpoint.Hub.Web;

/// <summary>The ledger over HTTP, version 1.</summary>
static class LedgerEndpoints
{
    const string Json = "application/json; charset=utf-8";

    /// <summary>Rows that a new viewer of the live page is shown.</summary>
    const int FirstPassages = 20;

    /// <summary>Adds them.</summary>
    public static void Map(WebApplication app)
    {
        var readers = app.MapGroup("").AddEndpointFilter(LedgerTrouble.AnswerAsync);
        readers.MapGet("/api/v1/ledger", Page);
        readers.MapGet("/api/v1/summary", Summary);
        readers.MapGet("/events", Events);
    }

    static IResult Page(string? device, string? after, string? limit, ILedgerQueries ledger) =>
        QueryValue.Read(device, after, limit, out var problems) is { } query
            ? TypedResults.Bytes(LedgerJson.Page(ledger.Read(query), query), Json)
            : TypedResults.ValidationProblem(problems, detail: string.Join(' ', problems.Values.SelectMany(texts => texts)));

    static FileContentHttpResult Summary(ILedgerQueries ledger, FleetPresence presence) =>
        TypedResults.Bytes(SummaryJson.Write(ledger.Summarise(), presence, maxDevices: int.MaxValue), Json);

    static IResult Events(HttpContext context, LiveFeed feed, LiveSummary summary, ILedgerQueries ledger)
    {
        // Joined before the first look, so that nothing falls between the look and the stream.
        if (feed.Join() is not { } viewer)
        {
            context.Response.Headers.RetryAfter = "30";
            return TypedResults.Problem(
                $"{LiveFeed.MaxViewers} pages are open already; close one, or read /api/v1/summary.",
                statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        context.Response.RegisterForDispose(viewer);
        var passages = ledger.LatestPassages(FirstPassages).Reverse().Select(LiveFeed.Passage);
        return TypedResults.ServerSentEvents(viewer.WatchAsync([LiveFeed.Summary(summary.Now()), .. passages], context.RequestAborted));
    }
}
