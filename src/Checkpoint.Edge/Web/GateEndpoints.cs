using System.Globalization;
using Checkpoint.Edge.Journaling;
using Checkpoint.Edge.Operations;
using Checkpoint.Edge.Today;
using Checkpoint.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Checkpoint.Edge.Web;

/// <summary>What the box tells on its own network. Nothing here names a person; today's entries are masked.</summary>
static class GateEndpoints
{
    const int MaxRows = 1000;

    /// <summary>Adds the endpoints.</summary>
    public static void MapGate(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1");
        api.MapGet("/status", (BoxStatus status) => TypedResults.Json(status.Now(), StatusJson.Default.StatusReply));
        api.MapGet("/journal", ReadJournal);
        api.MapGet("/today", ReadToday);
    }

    /// <summary>Entries after a number, as they are published: <c>{"records":[…],"v":1}</c>.</summary>
    static Results<FileContentHttpResult, ProblemHttpResult> ReadJournal(GateJournal journal, string? after, string? limit)
    {
        // Taken as text, because a number that is none would be answered without a word.
        if (!TryRead(after, fallback: 0, 0, long.MaxValue - MaxRows, out var from) || !TryRead(limit, fallback: 100, 1, MaxRows, out var rows))
            return TypedResults.Problem($"Expected after from 0 and limit from 1 to {MaxRows}, whole numbers.", statusCode: 400);
        if (journal.Current is not { } open)
            return TypedResults.Problem("The journal is not open; see /healthz.", statusCode: 503);

        try
        {
            // An empty answer means that there is no more, so what was purged is passed over.
            var first = Math.Max(from, open.Start.Before) + 1;
            var records = open.Read(new(first, first + rows - 1));
            return TypedResults.Bytes(new RecordBatch([.. records]).ToJson(), "application/json");
        }
        catch (IOException)
        {
            return TypedResults.Problem("The journal cannot be read; see /healthz.", statusCode: 503);
        }
    }

    static JsonHttpResult<TodayReply> ReadToday(TodayBook today, GateJournal journal)
    {
        var open = journal.Current;
        return TypedResults.Json(new TodayReply([.. today.Newest().Select(entry => TodayEntryReply.Of(entry, open))]), StatusJson.Default.TodayReply);
    }

    static bool TryRead(string? text, long fallback, long least, long most, out long value)
    {
        value = fallback;
        return text is null
            || (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= least && value <= most);
    }
}
