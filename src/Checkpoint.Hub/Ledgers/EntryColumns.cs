using System.Globalization;
using System.Text.Json;
using Checkpoint.Journaling;
using Checkpoint.Ledgers;
using Checkpoint.Passages;
using Checkpoint.Policies;
using Checkpoint.Wire;

namespace Checkpoint.Hub.Ledgers;

/// <summary>
/// What queries need of an entry. Everything is optional: an entry of a kind that this hub does not know is stored all the same,
/// and what cannot be read is null here and still in the canonical bytes.
/// </summary>
sealed record EntryColumns(
    string? Kind,
    long? Boot,
    long? Passage,
    bool? Final,
    string? Direction,
    string? Verdict,
    DateTimeOffset? Time,
    long? Surface,
    long? Mono,
    ClockQuality? Clock)
{
    /// <summary>A kind longer than this is not taken over.</summary>
    public const int MaxKindLength = 32;

    static readonly EntryColumns Nothing = new(null, null, null, null, null, null, null, null, null, null);

    /// <summary>Reads an entry; never throws for what a box may send.</summary>
    /// <param name="canonical">A JSON value in canonical form.</param>
    public static EntryColumns Read(ReadOnlyMemory<byte> canonical)
    {
        using var document = JsonDocument.Parse(canonical);
        var entry = document.RootElement;
        return entry.ValueKind != JsonValueKind.Object ? Nothing : new(
            KindOf(entry),
            Number(entry, "boot"),
            Number(entry, "passage"),
            Flag(entry, "final"),
            Known<Direction>(Text(entry, "direction")),
            Known<Verdict>(Text(entry, "verdict")),
            TimeOf(entry),
            Number(entry, "surface"),
            Number(entry, "mono") is { } mono and >= 0 and <= ClockAnchor.MaxMono ? mono : null,
            WireName<ClockQuality>.TryParse(Text(entry, "clock"), out var clock) ? clock : null);
    }

    // A database may not take every character (PostgreSQL has no NUL); kinds are kebab case.
    static string? KindOf(JsonElement entry) =>
        Text(entry, "kind") is { Length: > 0 and <= MaxKindLength } kind && kind.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            ? kind
            : null;

    static string? Known<T>(string? name)
        where T : struct, Enum => WireName<T>.TryParse(name, out _) ? name : null;

    static DateTimeOffset? TimeOf(JsonElement entry) =>
        DateTimeOffset.TryParseExact(
            Text(entry, "time"),
            "yyyy-MM-dd'T'HH:mm:ss.FFF'Z'",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var time)
            ? time
            : null;

    static string? Text(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    static long? Number(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number)
            ? number
            : null;

    static bool? Flag(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.GetBoolean()
            : null;
}
