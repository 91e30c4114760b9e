using System.Text.Json;
using Checkpoint.Policies;

namespace Checkpoint.Journaling;

/// <summary>
/// The member <c>facts</c> of an entry: what was counted and known beside code and temperature, so that the same passage can be decided again
/// under other rules. What was not known is not there. Counts name nobody.
/// </summary>
static class EntryFacts
{
    /// <summary>Name of the member.</summary>
    public const string Name = "facts";

    const string Away = "away";
    const string Counted = "counted";
    const string CountedHousehold = "household";
    const string CountedPass = "pass";
    const string Entries = "entries";
    const string Inside = "inside";
    const string Outings = "outings";
    const string SinceEntry = "since-entry";
    const string SinceExit = "since-exit";
    const string Zone = "zone";

    /// <summary>Writes it, if anything was known.</summary>
    public static void Write(Utf8JsonWriter json, Facts facts)
    {
        if (facts is { Now: null, Visit: null })
            return;
        var visit = facts.Visit;
        json.WriteStartObject(Name);
        WriteNumber(json, Away, visit?.Household?.Away);
        if (visit is not null)
            json.WriteString(Counted, visit.Household is null ? CountedPass : CountedHousehold);
        WriteNumber(json, Entries, visit?.EntriesToday);
        if (visit?.IsInside is { } inside)
            json.WriteBoolean(Inside, inside);
        WriteNumber(json, Outings, visit?.Household?.Outings);
        WriteNumber(json, SinceEntry, visit?.MinutesSinceEntry);
        WriteNumber(json, SinceExit, visit?.MinutesSinceExit);
        WriteNumber(json, Zone, (int?)facts.Now?.Offset.TotalMinutes);
        json.WriteEndObject();
    }

    /// <summary>Minutes east of UTC of the local time that was decided by; null if the clock was not trusted.</summary>
    public static int? ReadZone(JsonElement facts) =>
        Number(facts, Zone) is { } minutes and >= -14 * 60 and <= 14 * 60 ? minutes : null;

    /// <summary>What was counted; null if nothing was.</summary>
    public static VisitFacts? ReadVisit(JsonElement facts)
    {
        if (!facts.TryGetProperty(Counted, out var counted) || counted.ValueKind != JsonValueKind.String)
            return null;
        var household = counted.ValueEquals(CountedHousehold) ? new HouseholdFacts(Number(facts, Outings), Number(facts, Away)) : null;
        return new(Number(facts, Entries), Flag(facts, Inside), Number(facts, SinceEntry), Number(facts, SinceExit), household);
    }

    static void WriteNumber(Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } known)
            json.WriteNumber(name, known);
    }

    static int? Number(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;

    static bool? Flag(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : null;
}
