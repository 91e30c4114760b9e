using System.Text.Json;

namespace Checkpoint.Passes;

/// <summary>What a health certificate says, as JSON. Specimen or real, it is about one person: it stays in memory and is never written.</summary>
public sealed class PassDocument
{
    readonly Lazy<JsonElement> root;

    /// <summary>A document that is there.</summary>
    /// <param name="json">UTF-8 JSON, valid.</param>
    public PassDocument(ReadOnlyMemory<byte> json)
        : this(() => json)
    {
    }

    /// <summary>A document that is made when somebody asks for it: most passes are judged without.</summary>
    /// <param name="json">Makes UTF-8 JSON, valid.</param>
    internal PassDocument(Func<ReadOnlyMemory<byte>> json) => root = new(() => Parse(json()));

    /// <summary>The content: for <see cref="PassProfile.Hc1"/> the certificate (<c>v</c>, <c>t</c>, <c>r</c>, <c>nam</c>, <c>dob</c>).</summary>
    public JsonElement Root => root.Value;

    /// <summary>
    /// Its own number: for <see cref="PassProfile.Hc1"/> the unique certificate identifier (<c>ci</c>), for <see cref="PassProfile.Nzcp"/> the token's as
    /// <c>urn:uuid:…</c>; null if it has none or several.
    /// </summary>
    public string? Number { get; init; }

    static JsonElement Parse(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
