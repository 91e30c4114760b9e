using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Checkpoint.Journaling;

/// <summary>
/// The one spelling of an entry that is hashed: RFC 8785 (JSON Canonicalization Scheme), restricted to strings, whole numbers,
/// booleans, null, arrays and objects, so that any language's JSON library with sorted keys makes the same bytes.
/// </summary>
public static class CanonicalJson
{
    /// <summary>Nesting deeper than this is refused.</summary>
    public const int MaxDepth = 16;

    /// <summary>Writes an object in canonical form, leaving out one top-level member.</summary>
    /// <param name="value">A JSON object; unknown members are kept.</param>
    /// <param name="without">Name of a top-level member to leave out, such as the hash itself.</param>
    /// <exception cref="FormatException">
    /// A number is not a whole number within ±2⁵³, a member is doubled, or the nesting is too deep.
    /// </exception>
    public static byte[] Write(JsonElement value, string? without = null)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            WriteValue(json, value, without, depth: 0);
        return bytes.WrittenSpan.ToArray();
    }

    static void WriteValue(Utf8JsonWriter json, JsonElement value, string? without, int depth)
    {
        if (depth > MaxDepth)
            throw new FormatException($"Nested deeper than {MaxDepth}.");

        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(json, value, without, depth);
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                    WriteValue(json, item, without: null, depth + 1);
                json.WriteEndArray();
                break;
            case JsonValueKind.Number:
                json.WriteNumberValue(WholeNumber(value));
                break;
            default:
                value.WriteTo(json);
                break;
        }
    }

    static void WriteObject(Utf8JsonWriter json, JsonElement value, string? without, int depth)
    {
        json.WriteStartObject();
        string? before = null;
        foreach (var member in value.EnumerateObject().OrderBy(m => m.Name, StringComparer.Ordinal))
        {
            if (string.Equals(member.Name, before, StringComparison.Ordinal))
                throw new FormatException("A member stands twice in one object.");
            before = member.Name;
            if (string.Equals(member.Name, without, StringComparison.Ordinal))
                continue;
            json.WritePropertyName(member.Name);
            WriteValue(json, member.Value, without: null, depth + 1);
        }

        json.WriteEndObject();
    }

    static long WholeNumber(JsonElement value) =>
        value.TryGetInt64(out var number) && Math.Abs((decimal)number) <= 1L << 53
            ? number
            : throw new FormatException("A number is not a whole number within ±2^53.");
}
