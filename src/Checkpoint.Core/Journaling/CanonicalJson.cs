using System.Globalization;
using System.Text;
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
    /// <exception cref="InvalidOperationException">A string is not Unicode text: half a surrogate pair, or bytes that are not UTF-8.</exception>
    public static byte[] Write(JsonElement value, string? without = null)
    {
        var json = new StringBuilder();
        WriteValue(json, value, without, depth: 0);
        return Encoding.UTF8.GetBytes(json.ToString());
    }

    static void WriteValue(StringBuilder json, JsonElement value, string? without, int depth)
    {
        if (depth > MaxDepth)
            throw new FormatException($"Nested deeper than {MaxDepth}.");

        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(json, value, without, depth);
                break;
            case JsonValueKind.Array:
                WriteArray(json, value, depth);
                break;
            case JsonValueKind.Number:
                json.Append(CultureInfo.InvariantCulture, $"{WholeNumber(value)}");
                break;
            case JsonValueKind.String:
                WriteString(json, value.GetString()!);
                break;
            default:
                json.Append(value.GetRawText()); // true, false, null
                break;
        }
    }

    static void WriteObject(StringBuilder json, JsonElement value, string? without, int depth)
    {
        json.Append('{');
        var (start, before) = (json.Length, default(string));
        foreach (var member in value.EnumerateObject().OrderBy(m => m.Name, StringComparer.Ordinal))
        {
            if (string.Equals(member.Name, before, StringComparison.Ordinal))
                throw new FormatException("A member stands twice in one object.");
            before = member.Name;
            if (string.Equals(member.Name, without, StringComparison.Ordinal))
                continue;
            Separate(json, start);
            WriteString(json, member.Name);
            json.Append(':');
            WriteValue(json, member.Value, without: null, depth + 1);
        }

        json.Append('}');
    }

    static void WriteArray(StringBuilder json, JsonElement value, int depth)
    {
        json.Append('[');
        var start = json.Length;
        foreach (var item in value.EnumerateArray())
        {
            Separate(json, start);
            WriteValue(json, item, without: null, depth + 1);
        }

        json.Append(']');
    }

    static void Separate(StringBuilder json, int start)
    {
        if (json.Length > start)
            json.Append(',');
    }

    // RFC 8785, section 3.2.2.2. The framework's writer escapes more than it allows, such as everything beyond U+FFFF.
    static void WriteString(StringBuilder json, string text)
    {
        json.Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' or '\\' => json.Append('\\').Append(c),
                '\b' => json.Append("\\b"),
                '\t' => json.Append("\\t"),
                '\n' => json.Append("\\n"),
                '\f' => json.Append("\\f"),
                '\r' => json.Append("\\r"),
                < ' ' => json.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => json.Append(c),
            };
        }

        json.Append('"');
    }

    static long WholeNumber(JsonElement value) =>
        value.TryGetInt64(out var number) && Math.Abs((decimal)number) <= 1L << 53
            ? number
            : throw new FormatException("A number is not a whole number within ±2^53.");
}
