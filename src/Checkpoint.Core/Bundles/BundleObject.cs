using System.Globalization;
using System.Text.Json;

namespace Checkpoint.Bundles;

/// <summary>A JSON object of a bundle, read strictly: no member twice, none unknown, none of another type.</summary>
/// <remarks>What is wrong is thrown as <see cref="FormatException"/> with the member's path, and caught where the bundle is read.</remarks>
/// <param name="json">The object.</param>
/// <param name="path">Where it stands, for messages.</param>
sealed class BundleObject(JsonElement json, string path)
{
    /// <summary>How moments are written: UTC, whole seconds.</summary>
    public const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    const int MaxTextLength = 200;

    static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    /// <summary>Reads an object.</summary>
    /// <exception cref="JsonException">Not JSON, a member stands twice, or nested too deep.</exception>
    /// <exception cref="FormatException">Not an object.</exception>
    public static BundleObject Parse(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json, Strict);
        return Of(document.RootElement.Clone(), "");
    }

    /// <summary>Refuses members of other names.</summary>
    public BundleObject AllowOnly(params ReadOnlySpan<string> names)
    {
        foreach (var member in json.EnumerateObject())
        {
            if (!IsOneOf(member, names))
                throw new FormatException($"{path}: a member is not known here.");
        }

        return this;
    }

    // By bytes: a name that is no text cannot be asked for as one.
    static bool IsOneOf(JsonProperty member, ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (member.NameEquals(name))
                return true;
        }

        return false;
    }

    /// <summary>Whether there is such a member.</summary>
    public bool Has(string name) => json.TryGetProperty(name, out _);

    /// <summary>A member, whatever it is.</summary>
    public JsonElement Member(string name) => json.TryGetProperty(name, out var member) ? member : throw Wrong(name, "is missing");

    /// <summary>A text of 1 to 200 characters.</summary>
    public string Text(string name) =>
        Member(name) is { ValueKind: JsonValueKind.String } text && TryString(text) is { Length: > 0 and <= MaxTextLength } value
            ? value
            : throw Wrong(name, $"expected a text of 1 to {MaxTextLength} characters");

    /// <summary>A text, or null if there is none.</summary>
    public string? OptionalText(string name) => Has(name) ? Text(name) : null;

    /// <summary>A whole number.</summary>
    public int Whole(string name, int least, int most) =>
        Member(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value) && value >= least && value <= most
            ? value
            : throw Wrong(name, string.Create(CultureInfo.InvariantCulture, $"expected a whole number from {least} to {most}"));

    /// <summary>True or false; false if there is none.</summary>
    public bool Flag(string name) => Has(name) && Member(name).ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Wrong(name, "expected true or false"),
    };

    /// <summary>A moment.</summary>
    public DateTimeOffset Instant(string name) => DateTimeOffset.TryParseExact(
        Text(name), InstantFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
        ? instant
        : throw Wrong(name, "expected a moment such as 2022-04-01T00:00:00Z");

    /// <summary>A moment, or null if there is none.</summary>
    public DateTimeOffset? OptionalInstant(string name) => Has(name) ? Instant(name) : null;

    /// <summary>Bytes in base64 (RFC 4648, section 4).</summary>
    public byte[] Bytes(string name)
    {
        if (Member(name) is { ValueKind: JsonValueKind.String } text && text.TryGetBytesFromBase64(out var bytes)
            && text.ValueEquals(Convert.ToBase64String(bytes)))
        {
            return bytes;
        }

        throw Wrong(name, "expected base64");
    }

    /// <summary>Bytes, or none if there is no such member.</summary>
    public byte[] OptionalBytes(string name) => Has(name) ? Bytes(name) : [];

    /// <summary>The objects of a list; none if there is no such member.</summary>
    public IEnumerable<BundleObject> Objects(string name) =>
        Items(name).Select((item, i) => Of(item, string.Create(CultureInfo.InvariantCulture, $"{path}/{name}/{i}")));

    /// <summary>The items of a list; none if there is no such member.</summary>
    public IEnumerable<JsonElement> Items(string name)
    {
        if (!Has(name))
            return [];
        return Member(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : throw Wrong(name, "expected a list");
    }

    /// <summary>What is wrong with a member.</summary>
    public FormatException Wrong(string name, string what) => new($"{path}/{name}: {what}.");

    static BundleObject Of(JsonElement json, string path) =>
        json.ValueKind == JsonValueKind.Object ? new(json, path) : throw new FormatException($"{path}: expected an object.");

    // Half a surrogate pair is JSON and no text.
    static string? TryString(JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
