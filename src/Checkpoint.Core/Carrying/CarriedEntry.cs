using System.Text.Json;
using Checkpoint.Journaling;
using Checkpoint.Wire;

namespace Checkpoint.Carrying;

/// <summary>One entry among many, a line of its own.</summary>
static class CarriedEntry
{
    static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32 };

    /// <summary>Whether these bytes are the entry that they are said to be, spelt the one way that is hashed.</summary>
    /// <param name="canonical">Bytes from anybody.</param>
    /// <param name="key">Whose, and which.</param>
    public static bool IsWhole(ReadOnlyMemory<byte> canonical, EntryKey key)
    {
        if (canonical.Length > WireRecord.MaxBytes)
            return false;
        try
        {
            using var document = JsonDocument.Parse(canonical, Strict);
            var json = document.RootElement;
            return CanonicalJson.Write(json, without: "hash").AsSpan().SequenceEqual(canonical.Span)
                && string.Equals(json.GetProperty("device").GetString(), key.Device.Value, StringComparison.Ordinal)
                && string.Equals(json.GetProperty("epoch").GetString(), key.Epoch.Value, StringComparison.Ordinal)
                && json.GetProperty("seq").GetInt64() == key.Seq;
        }
        catch (Exception error) when (error is JsonException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            return false;
        }
    }
}
