using System.Net;
using System.Text.Json;
using Checkpoint.Edge.Journaling;
using Checkpoint.Edge.Passages;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Checkpoint.Edge.Sensing.Clinical;

/// <summary>
/// <c>POST /api/v1/clinical</c>: what a clinical thermometer said, for the entry of somebody who was referred. Taken from the box itself only;
/// it must be <c>application/json</c>, which no page of another host can send.
/// </summary>
static class ClinicalEndpoints
{
    /// <summary>Adds it.</summary>
    public static void MapClinical(this IEndpointRouteBuilder routes) => routes.MapPost("/api/v1/clinical", Note);

    static async Task<Results<JsonHttpResult<ClinicalReply>, ProblemHttpResult>> Note(
        HttpContext context, GateJournal journal, PassageLoop gate, Registrar registrar)
    {
        if (!IsOfThisBox(context))
            return Problem(403, "只能在本机上填写。 Only on the box itself.");
        if (await ReadAsync(context.Request) is not { } request)
            return Problem(400, """应为 Expected {"entry":42,"celsius":"37.8","site":"axillary"}, application/json""");
        if (request.Problem(out var body, out var site) is { } wrong)
            return Problem(400, wrong);
        if (!IsPassage(journal, request.Entry))
            return Problem(404, $"没有第 {request.Entry} 条人员登记。 Entry {request.Entry} is no person's.");
        return registrar.TryNote(new(request.Entry, body, site, gate.OnDuty)) is { } seq
            ? TypedResults.Json(new ClinicalReply(seq), ClinicalJson.Default.ClinicalReply, statusCode: 201)
            : Problem(503, "未能记录，请写在纸质登记簿上。 Not recorded: write it on paper.");
    }

    // A page whose host's name was turned to this box comes from the box too, but under that name.
    static bool IsOfThisBox(HttpContext context) => context.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from)
        && (IPAddress.TryParse(context.Request.Host.Host, out _) || string.Equals(context.Request.Host.Host, "localhost", StringComparison.OrdinalIgnoreCase));

    static async ValueTask<ClinicalRequest?> ReadAsync(HttpRequest request)
    {
        try
        {
            return request.HasJsonContentType()
                ? await request.ReadFromJsonAsync(ClinicalJson.Default.ClinicalRequest, request.HttpContext.RequestAborted)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static bool IsPassage(GateJournal journal, long entry)
    {
        try
        {
            return journal.Current is { } open && entry > 0 && open.Read(new(entry, entry)) is [var record] && StoredEntry.IsPassage(record.Canonical);
        }
        catch (IOException)
        {
            return false; // what cannot be read cannot be added to
        }
    }

    static ProblemHttpResult Problem(int status, string words) => TypedResults.Problem(words, statusCode: status);
}
