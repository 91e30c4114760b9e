using System.Text.Json;

namespace Checkpoint.Passes;

/// <summary>What a health certificate says, as JSON. Specimen or real, it is about one person: it stays in memory and is never written.</summary>
/// <param name="json">UTF-8 JSON, valid.</param>
public sealed class PassDocument(ReadOnlyMemory<byte> json)
{
    readonly Lazy<JsonElement> root = new(() => Parse(json));

    /// <summary>The content: for <see cref="PassProfile.Hc1"/> the certificate (<c>v</c>, <c>t</c>, <c>r</c>, <c>nam</c>, <c>dob</c>).</summary>
    public JsonElement Root => root.Value;

    static JsonElement Parse(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
