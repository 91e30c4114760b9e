using System.Globalization;
using System.Text.Json;

namespace Checkpoint.Lab.Dcc;

/// <summary>One test file of EU digital certificates: a code, the certificate that should have signed it, and what is expected.</summary>
/// <param name="Name">Path in the folder.</param>
/// <param name="Code">The text of the QR code (PREFIX).</param>
/// <param name="Certificate">X.509, DER.</param>
/// <param name="Clock">When it is checked.</param>
/// <param name="Content">The file's own word on the certificate's content; null if it has none.</param>
/// <param name="Expected">Expectations by their key.</param>
sealed record DccVector(
    string Name,
    string Code,
    byte[] Certificate,
    DateTimeOffset Clock,
    JsonElement? Content,
    IReadOnlyDictionary<string, bool> Expected)
{
    /// <summary>Every file of a folder, however deep, that is such a file.</summary>
    public static IEnumerable<DccVector> ReadAll(string folder) => Directory
        .EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Select(file => TryRead(Path.GetRelativePath(folder, file), File.ReadAllText(file)))
        .OfType<DccVector>();

    static DccVector? TryRead(string name, string text)
    {
        using var json = Parse(text);
        if (json is null || json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("TESTCTX", out var context))
            return null;
        var root = json.RootElement;
        var content = root.TryGetProperty("JSON", out var own) && own.ValueKind == JsonValueKind.Object ? own.Clone() : (JsonElement?)null;
        return new(
            name,
            root.GetProperty("PREFIX").GetString()!,
            Convert.FromBase64String(context.GetProperty("CERTIFICATE").GetString()!),
            Moment(context.GetProperty("VALIDATIONCLOCK").GetString()!),
            content,
            ExpectedOf(root));
    }

    static JsonDocument? Parse(string text)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // A clock without a zone is taken for UTC.
    static DateTimeOffset Moment(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    static Dictionary<string, bool> ExpectedOf(JsonElement root) => root.GetProperty("EXPECTEDRESULTS").EnumerateObject()
        .Where(result => result.Value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        .ToDictionary(result => result.Name, result => result.Value.GetBoolean(), StringComparer.Ordinal);
}
