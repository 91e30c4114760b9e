using System.Text.Json;
using Checkpoint.Passes;

namespace Checkpoint.Sealing;

/// <summary>What a code says of its bearer: the ID number of a bare one, name, date of birth and number of a health certificate, proven or not.</summary>
public static class CarriedFields
{
    /// <summary>Reads them. Our own pass and a health code's address say nothing of anybody.</summary>
    public static PersonalFields Of(CodeCheck code) => code switch
    {
        { IdNumber: { } number } => new() { IdNumber = number.Value },
        { Profile: PassProfile.Hc1, Document: { } document } => OfHc1(document),
        { Profile: PassProfile.Shc, Document: { } document } => OfShc(document),
        { Profile: PassProfile.Nzcp, Document: { } document } => OfNzcp(document),
        _ => PersonalFields.None,
    };

    // Certificate schema 1.3.0: names as written, else as in the passport's machine-readable zone.
    static PersonalFields OfHc1(PassDocument document)
    {
        var name = Member(document.Root, "nam");
        return new()
        {
            Name = Join(Text(name, "gn") ?? Text(name, "gnt"), Text(name, "fn") ?? Text(name, "fnt")),
            BirthDate = Text(document.Root, "dob"),
            Certificate = document.Number,
        };
    }

    // FHIR R4: the first patient of the bundle, by the first of their names.
    static PersonalFields OfShc(PassDocument document)
    {
        var bundle = Member(Member(Member(document.Root, "vc"), "credentialSubject"), "fhirBundle");
        var patient = Items(bundle, "entry").Select(entry => Member(entry, "resource"))
            .FirstOrDefault(resource => string.Equals(Text(resource, "resourceType"), "Patient", StringComparison.Ordinal));
        var name = Items(patient, "name").Cast<JsonElement?>().FirstOrDefault();
        var given = string.Join(' ', Items(name, "given").Where(part => part.ValueKind == JsonValueKind.String).Select(part => part.GetString()));
        return new()
        {
            Name = Join(given, Text(name, "family")) ?? Text(name, "text"),
            BirthDate = Text(patient, "birthDate"),
            Certificate = document.Number,
        };
    }

    // NZ COVID Pass specification 1.0, section 2.4.
    static PersonalFields OfNzcp(PassDocument document)
    {
        var subject = Member(document.Root, "credentialSubject");
        return new()
        {
            Name = Join(Text(subject, "givenName"), Text(subject, "familyName")),
            BirthDate = Text(subject, "dob"),
            Certificate = document.Number,
        };
    }

    static string? Join(string? given, string? family) => $"{given} {family}".Trim() is { Length: > 0 } name ? name : null;

    static string? Text(JsonElement? json, string name) => Member(json, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    static JsonElement? Member(JsonElement? json, string name) =>
        json is { ValueKind: JsonValueKind.Object } parent && parent.TryGetProperty(name, out var member) ? member : null;

    static JsonElement[] Items(JsonElement? json, string name) =>
        Member(json, name) is { ValueKind: JsonValueKind.Array } items ? [.. items.EnumerateArray()] : [];
}
