using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Checkpoint.Journaling;

/// <summary>
/// The one spelling of an entry that is hashed: RFC 8785 (JSON Canonicalization Scheme), restricted to strings, whole numbers,
/// booleans, null, arrays and objects, so that any language's JSON library with sorted keys makes the same bytes.
/// </summary>
public static class CanonicalJson
{
    /// <summary>Nesting deeper than this is refused.</summary>
    public const int MaxDepth = 16;

    const int SurelyWhole = 15; // characters: no number of so many digits is beyond ±2^53

    /// <summary>Writes an object in canonical form, leaving out one top-level member.</summary>
    /// <param name="value">A JSON object; unknown members are kept.</param>
    /// <param name="without">Name of a top-level member to leave out, such as the hash itself.</param>
    /// <exception cref="FormatException">
    /// A number is not a whole number within ±2⁵³, a member is doubled, or the nesting is too deep.
    /// </exception>
    /// <exception cref="InvalidOperationException">A string is not Unicode text: half a surrogate pair, or bytes that are not UTF-8.</exception>
    public static byte[] Write(JsonElement value, string? without = null)
    {
        var json = new ArrayBufferWriter<byte>(JsonMarshal.GetRawUtf8Value(value).Length);
        WriteValue(json, value, without, depth: 0);
        return json.WrittenSpan.ToArray();
    }

    static void WriteValue(ArrayBufferWriter<byte> json, JsonElement value, string? without, int depth)
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
                WriteNumber(json, value);
                break;
            case JsonValueKind.String:
                WriteString(json, value);
                break;
            default:
                json.Write(JsonMarshal.GetRawUtf8Value(value)); // true, false, null
                break;
        }
    }

    static void WriteObject(ArrayBufferWriter<byte> json, JsonElement value, string? without, int depth)
    {
        json.Write("{"u8);
        var start = json.WrittenCount;
        foreach (var member in MemberOrder.Of(value, without))
        {
            if (without is not null && member.NameEquals(without))
                continue;
            Separate(json, start);
            WriteName(json, member);
            json.Write(":"u8);
            WriteValue(json, member.Value, without: null, depth + 1);
        }

        json.Write("}"u8);
    }

    static void WriteArray(ArrayBufferWriter<byte> json, JsonElement value, int depth)
    {
        json.Write("["u8);
        var start = json.WrittenCount;
        foreach (var item in value.EnumerateArray())
        {
            Separate(json, start);
            WriteValue(json, item, without: null, depth + 1);
        }

        json.Write("]"u8);
    }

    static void Separate(ArrayBufferWriter<byte> json, int start)
    {
        if (json.WrittenCount > start)
            json.Write(","u8);
    }

    static void WriteName(ArrayBufferWriter<byte> json, JsonProperty member)
    {
        var raw = JsonMarshal.GetRawUtf8PropertyName(member);
        if (!IsPlain(raw))
        {
            WriteText(json, member.Name);
            return;
        }

        json.Write("\""u8);
        json.Write(raw);
        json.Write("\""u8);
    }

    static void WriteString(ArrayBufferWriter<byte> json, JsonElement value)
    {
        var raw = JsonMarshal.GetRawUtf8Value(value);
        if (IsPlain(raw))
            json.Write(raw);
        else
            WriteText(json, value.GetString()!);
    }

    // JSON text without an escape holds nothing that RFC 8785 escapes, so it is spelt right already.
    static bool IsPlain(ReadOnlySpan<byte> text) => !text.Contains((byte)'\\') && Utf8.IsValid(text);

    // RFC 8785, section 3.2.2.2. The framework's writer escapes more than it allows, such as everything beyond U+FFFF.
    static void WriteText(ArrayBufferWriter<byte> json, string text)
    {
        var spelt = new StringBuilder("\"");
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' or '\\' => spelt.Append('\\').Append(c),
                '\b' => spelt.Append("\\b"),
                '\t' => spelt.Append("\\t"),
                '\n' => spelt.Append("\\n"),
                '\f' => spelt.Append("\\f"),
                '\r' => spelt.Append("\\r"),
                < ' ' => spelt.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => spelt.Append(c),
            };
        }

        json.Write(Encoding.UTF8.GetBytes(spelt.Append('"').ToString()));
    }

    static void WriteNumber(ArrayBufferWriter<byte> json, JsonElement value)
    {
        var raw = JsonMarshal.GetRawUtf8Value(value);
        if (raw.Length <= SurelyWhole && raw[0] is not (byte)'-' && !raw.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
            json.Write(raw);
        else
            json.Write(Encoding.UTF8.GetBytes(WholeNumber(value).ToString(CultureInfo.InvariantCulture)));
    }

    static long WholeNumber(JsonElement value) =>
        value.TryGetInt64(out var number) && Math.Abs((decimal)number) <= 1L << 53
            ? number
            : throw new FormatException("A number is not a whole number within ±2^53.");
}
