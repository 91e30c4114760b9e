using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Checkpoint.Edge.Carrying;

/// <summary><c>GET /carry</c>: the last day's unconfirmed entries as codes on the box's own screen.</summary>
static class CarryEndpoints
{
    /// <summary>Adds them.</summary>
    public static void MapCarry(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/carry", Page);
        routes.MapGet("/carry/{set}/{picture}", Picture);
        routes.MapGet("/carry/turn.js", () => TypedResults.Text(CarryPage.Script, "text/javascript; charset=utf-8"));
        routes.MapGet("/carry/page.css", () => TypedResults.Text(CarryPage.Style, "text/css; charset=utf-8"));
    }

    static Results<ContentHttpResult, ProblemHttpResult> Page(HttpResponse response, CarryShow show, string? anew)
    {
        try
        {
            if (show.Make(anew is not null) is not { } codes)
                return TypedResults.Problem("The journal is not open; see /healthz.", statusCode: 503);
            response.Headers.ContentSecurityPolicy = CarryPage.Security;
            response.Headers.CacheControl = "no-store";
            return TypedResults.Text(CarryPage.Html(codes), "text/html; charset=utf-8", Encoding.UTF8);
        }
        catch (Exception error) when (error is IOException or InvalidDataException)
        {
            return TypedResults.Problem("The journal or the box's key cannot be read; see /healthz.", statusCode: 503);
        }
    }

    static Results<FileContentHttpResult, NotFound> Picture(string set, string picture, CarryShow show)
    {
        var number = int.TryParse(Path.GetFileNameWithoutExtension(picture), NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 0;
        if (show.Now is not { } codes || number < 1 || number > codes.Codes.Length
            || !string.Equals(codes.Codes[0].Set.ToString("X8", CultureInfo.InvariantCulture), set, StringComparison.Ordinal))
        {
            return TypedResults.NotFound();
        }

        return TypedResults.Bytes(CodePicture.Png(codes.Codes[number - 1], CodePicture.ScreenPixels), "image/png");
    }
}
