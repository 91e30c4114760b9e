using Checkpoint.Edge.Journaling;
using Checkpoint.Edge.Operations;
using Checkpoint.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Checkpoint.Edge.Web;

/// <summary>What the box tells on its own network. Nothing here names a person.</summary>
static class GateEndpoints
{
    const int MaxRows = 1000;

    /// <summary>Adds the endpoints.</summary>
    public static void MapGate(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1");
        api.MapGet("/status", (BoxStatus status) => TypedResults.Json(status.Now(), StatusJson.Default.StatusReply));
        api.MapGet("/journal", ReadJournal);
    }

    /// <summary>Entries after a number, as they are published: <c>{"records":[…],"v":1}</c>.</summary>
    static Results<FileContentHttpResult, ProblemHttpResult> ReadJournal(GateJournal journal, long after = 0, int limit = 100)
    {
        if (after < 0 || limit is < 1 or > MaxRows)
            return TypedResults.Problem($"after = {after}, limit = {limit}: expected after from 0 and limit from 1 to {MaxRows}.", statusCode: 400);
        if (journal.Current is not { } open)
            return TypedResults.Problem("The journal is not open; see /healthz.", statusCode: 503);
        var records = open.Read(new(after + 1, after + limit));
        return TypedResults.Bytes(new RecordBatch([.. records]).ToJson(), "application/json");
    }
}
