using System.Text.Json;

namespace Checkpoint.Lab.Rules;

/// <summary>Reads one file of other people's cases.</summary>
static class JsonFile
{
    static readonly JsonDocumentOptions Deep = new() { MaxDepth = 256 };

    /// <summary>Reads it, or tells the report why it cannot be.</summary>
    public static JsonElement? Read(string path, Report report)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), Deep);
            return document.RootElement.Clone();
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            report.Check(good: false, $"{path} cannot be read: {error.Message}");
            return null;
        }
    }

    /// <summary>A member's text, or what stands for it.</summary>
    public static string Text(JsonElement json, string name, string otherwise) =>
        json.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : otherwise;
}
