using System.Text.Json;
using System.Text.Unicode;

namespace Checkpoint.Passes.Shc;

/// <summary>Strict JSON (RFC 8259): no member twice, no comment, no byte order mark, text that is text.</summary>
static class ShcJson
{
    const int MaxDepth = 32;

    static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = MaxDepth };

    /// <summary>Reads UTF-8 JSON, or null.</summary>
    public static JsonElement? TryParse(ReadOnlyMemory<byte> json)
    {
        // The parser lets such texts pass, and throws when somebody reads them.
        if (!Utf8.IsValid(json.Span) || JsonEscapes.HaveHalfCharacter(json.Span))
            return null;
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A member that is text, or null.</summary>
    public static string? Text(JsonElement json, string name) =>
        Member(json, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>A member that is a number, or null.</summary>
    public static double? Number(JsonElement json, string name) =>
        Member(json, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out var value) ? value : null;

    /// <summary>A member, or null.</summary>
    public static JsonElement? Member(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var member) ? member : null;

    /// <summary>Whether a member is this text.</summary>
    public static bool Is(JsonElement json, string name, string value) => string.Equals(Text(json, name), value, StringComparison.Ordinal);

    /// <summary>The items of a member that is an array; none otherwise.</summary>
    public static IEnumerable<JsonElement> Items(JsonElement json, string name) =>
        Member(json, name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];
}
