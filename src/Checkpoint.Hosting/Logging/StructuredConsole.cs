using Microsoft.Extensions.Logging;

namespace Checkpoint.Hosting.Logging;

/// <summary>How both programs log: one JSON object a line on standard output, with a stable event id and named values, in UTC.</summary>
public static class StructuredConsole
{
    /// <summary>Replaces every other provider; of the framework only warnings are kept.</summary>
    public static void AddStructuredConsole(this ILoggingBuilder logging)
    {
        logging.ClearProviders().AddJsonConsole(console =>
        {
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
        });
        logging.SetMinimumLevel(LogLevel.Information);
        logging.AddFilter("Microsoft", LogLevel.Warning);
    }
}
