namespace Checkpoint.Hub.Web;

/// <summary>Answers for a ledger that cannot be read.</summary>
static class LedgerTrouble
{
    /// <summary>Turns an <see cref="IOException"/> of the ledger into 503.</summary>
    public static async ValueTask<object?> AnswerAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (IOException error)
        {
            context.HttpContext.RequestServices.GetRequiredService<ILogger<LiveSummary>>().LedgerUnreadable(error);
            return TypedResults.Problem(
                "The ledger's database cannot be read. See /healthz.", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
