using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Unicode;
using Checkpoint.Journaling;
using Checkpoint.Wire;

namespace Checkpoint.Sealing;

/// <summary>
/// What stands inside a sealed text: canonical JSON (<see cref="CanonicalJson"/>) with the members <c>birth</c>, <c>certificate</c>, <c>from</c>,
/// <c>id</c>, <c>name</c>, <c>occupants</c>, <c>phone</c>, <c>plate</c>, <c>purpose</c>, <c>to</c>; what is not known is left out.
/// </summary>
static class PersonalFieldsJson
{
    const string BirthDate = "birth";
    const string Certificate = "certificate";
    const string From = "from";
    const string IdNumber = "id";
    const string Name = "name";
    const string Occupants = "occupants";
    const string Phone = "phone";
    const string Plate = "plate";
    const string Purpose = "purpose";
    const string To = "to";

    /// <summary>Writes fields.</summary>
    public static byte[] Write(PersonalFields fields)
    {
        var json = WireJson.Write(to =>
        {
            WriteText(to, BirthDate, fields.BirthDate);
            WriteText(to, Certificate, fields.Certificate);
            WriteText(to, From, fields.From);
            WriteText(to, IdNumber, fields.IdNumber);
            WriteText(to, Name, fields.Name);
            WriteOccupants(to, fields.Occupants);
            WriteText(to, Phone, fields.Phone);
            WriteText(to, Plate, fields.Plate);
            WriteText(to, Purpose, fields.Purpose);
            WriteText(to, To, fields.To);
        });
        using var document = JsonDocument.Parse(json);
        return CanonicalJson.Write(document.RootElement);
    }

    /// <summary>Reads fields; members of a newer program are passed over.</summary>
    /// <returns>Null if the bytes are none.</returns>
    public static PersonalFields? TryRead(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            if (!Utf8.IsValid(utf8.Span))
                return null;
            using var document = JsonDocument.Parse(utf8);
            return document.RootElement.ValueKind == JsonValueKind.Object ? Read(document.RootElement) : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null; // no JSON, or text that is half a surrogate pair
        }
    }

    static PersonalFields Read(JsonElement json) => new()
    {
        BirthDate = Text(json, BirthDate),
        Certificate = Text(json, Certificate),
        From = Text(json, From),
        IdNumber = Text(json, IdNumber),
        Name = Text(json, Name),
        Occupants = ReadOccupants(json),
        Phone = Text(json, Phone),
        Plate = Text(json, Plate),
        Purpose = Text(json, Purpose),
        To = Text(json, To),
    };

    static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
            json.WriteString(name, text);
    }

    static void WriteOccupants(Utf8JsonWriter json, ImmutableArray<string> names)
    {
        if (names.IsEmpty)
            return;
        json.WriteStartArray(Occupants);
        foreach (var name in names)
            json.WriteStringValue(name);
        json.WriteEndArray();
    }

    static ImmutableArray<string> ReadOccupants(JsonElement json) =>
        json.TryGetProperty(Occupants, out var names) && names.ValueKind == JsonValueKind.Array
            ? [.. names.EnumerateArray().Where(name => name.ValueKind == JsonValueKind.String).Select(name => name.GetString()!)]
            : [];

    static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
