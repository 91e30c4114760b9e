using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Checkpoint.Wire;

/// <summary>How payloads are written and read: UTF-8 JSON objects, members in alphabetical order, unknown members ignored.</summary>
public static class WireJson
{
    /// <summary>The contract's version, member <c>v</c> of every payload.</summary>
    public const int Version = 1;

    /// <summary>A payload over this size is not read: 50 records of 2 KB fit with room to spare.</summary>
    public const int MaxPayloadBytes = 256 * 1024;

    static readonly JsonDocumentOptions ReadOptions = new() { MaxDepth = 32 };

    /// <summary>Writes one object.</summary>
    /// <param name="members">Writes the members, in alphabetical order.</param>
    public static byte[] Write(Action<Utf8JsonWriter> members)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>Reads one object of this version.</summary>
    /// <param name="payload">Bytes from anybody: nothing about them is trusted.</param>
    /// <param name="read">Takes the object apart; may throw what <see cref="JsonElement"/> throws.</param>
    /// <returns>What <paramref name="read"/> made, or null if the payload is not what it should be.</returns>
    public static T? TryRead<T>(ReadOnlyMemory<byte> payload, Func<JsonElement, T> read)
        where T : class
    {
        if (payload.Length > MaxPayloadBytes)
            return null;

        try
        {
            using var document = JsonDocument.Parse(payload, ReadOptions);
            var root = document.RootElement;
            return root.GetProperty("v").GetInt32() == Version ? read(root) : null;
        }
        catch (Exception error) when (error is JsonException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }
}
