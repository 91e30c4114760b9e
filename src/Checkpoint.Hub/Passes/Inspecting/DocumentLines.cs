using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Checkpoint.Passes;

namespace Checkpoint.Hub.Passes.Inspecting;

/// <summary>
/// What a health certificate says, one value a line. Only what is known to name nobody is shown: the kind of entry, products, doses, places and dates of
/// entries; everything else, such as names, dates of birth and numbers, is masked.
/// </summary>
static class DocumentLines
{
    /// <summary>Values shown of one certificate; further ones are counted.</summary>
    public const int MaxLines = 96;

    static readonly FrozenSet<string> Impersonal = new[]
    {
        // HC1: certificate schema 1.3.0; all but nam, dob and ci
        "ver", "tg", "vp", "mp", "ma", "dn", "sd", "dt", "co", "is", "tt", "sc", "tr", "fr", "df", "du",

        // SHC and NZCP: tokens, and FHIR R4 without what is said of the patient
        "iss", "nbf", "exp", "type", "version", "fhirVersion", "resourceType", "system", "code", "status", "occurrenceDateTime", "effectiveDateTime",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The lines.</summary>
    /// <param name="document">The certificate.</param>
    /// <param name="showsPersonal">Whether to mask nothing.</param>
    public static IReadOnlyList<(string Path, string Value)> Of(PassDocument document, bool showsPersonal)
    {
        var all = Leaves("", isKnown: false, document.Root).ToList();
        var shown = all.Take(MaxLines).Select(leaf => (PlainText.Of(leaf.Path), leaf.IsKnown || showsPersonal ? PlainText.Of(leaf.Value) : PlainText.Masked)).ToList();
        if (all.Count > MaxLines)
            shown.Add(("…", string.Create(CultureInfo.InvariantCulture, $"+{all.Count - MaxLines}")));
        return shown;
    }

    static IEnumerable<(string Path, string Value, bool IsKnown)> Leaves(string path, bool isKnown, JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => Leaves($"{path}/{member.Name}", Impersonal.Contains(member.Name), member.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany((item, i) => Leaves(string.Create(CultureInfo.InvariantCulture, $"{path}/{i}"), isKnown, item)),
        JsonValueKind.String => [(path, json.GetString()!, isKnown)],
        _ => [(path, json.GetRawText(), isKnown)],
    };
}
