using System.Collections.Immutable;
using System.Text.Json;
using Checkpoint.Passes;

namespace Checkpoint.Journaling;

/// <summary>Badges in an entry: their random numbers.</summary>
static class BadgeJson
{
    /// <summary>Writes a list of them.</summary>
    public static void WriteBadges(this Utf8JsonWriter json, string name, ImmutableArray<PassId> badges)
    {
        json.WriteStartArray(name);
        foreach (var badge in badges)
            json.WriteStringValue(badge.ToString());
        json.WriteEndArray();
    }
}
