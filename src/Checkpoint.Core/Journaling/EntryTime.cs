using System.Globalization;

namespace Checkpoint.Journaling;

/// <summary>How an entry spells a wall clock: UTC, whole milliseconds.</summary>
static class EntryTime
{
    const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>Spells a time, such as <c>2026-11-21T07:12:03.412Z</c>.</summary>
    public static string Of(DateTimeOffset wall) => wall.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);
}
