using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;

namespace Checkpoint.Passes.Cbor;

/// <summary>
/// CBOR as JSON (RFC 8949, section 6.1). Every good item has one: bytes become base64url, tags are dropped, numbers as keys become text,
/// and what JSON cannot say becomes null.
/// </summary>
static class CborJson
{
    const byte False = 20;
    const byte True = 21;

    /// <summary>Writes an item as UTF-8 JSON.</summary>
    public static ReadOnlyMemory<byte> Write(CborItem item)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
            Write(json, item);
        return buffer.WrittenMemory;
    }

    static void Write(Utf8JsonWriter json, CborItem item)
    {
        switch (item.Kind)
        {
            case CborKind.Unsigned:
                json.WriteNumberValue(item.Head.Argument);
                break;
            case CborKind.Negative:
                json.WriteNumberValue(-1m - item.Head.Argument);
                break;
            case CborKind.Bytes:
                json.WriteStringValue(Base64Url.EncodeToString(item.Content.Span));
                break;
            case CborKind.Text:
                json.WriteStringValue(item.Content.Span);
                break;
            case CborKind.Array:
                WriteArray(json, item);
                break;
            case CborKind.Map:
                WriteMap(json, item);
                break;
            case CborKind.Tag:
                Write(json, item.Tagged);
                break;
            default:
                WriteSimple(json, item);
                break;
        }
    }

    static void WriteArray(Utf8JsonWriter json, CborItem array)
    {
        json.WriteStartArray();
        foreach (var item in array.Children())
            Write(json, item);
        json.WriteEndArray();
    }

    static void WriteMap(Utf8JsonWriter json, CborItem map)
    {
        json.WriteStartObject();
        var isValue = false;
        foreach (var item in map.Children())
        {
            if (isValue)
                Write(json, item);
            else
                WriteKey(json, item);
            isValue = !isValue;
        }

        json.WriteEndObject();
    }

    static void WriteKey(Utf8JsonWriter json, CborItem key)
    {
        switch (key.Kind)
        {
            case CborKind.Text:
                json.WritePropertyName(key.Content.Span);
                break;
            case CborKind.Bytes:
                json.WritePropertyName(Base64Url.EncodeToString(key.Content.Span));
                break;
            default:
                var number = key.Kind == CborKind.Unsigned ? key.Head.Argument : -1m - key.Head.Argument;
                json.WritePropertyName(number.ToString(CultureInfo.InvariantCulture));
                break;
        }
    }

    static void WriteSimple(Utf8JsonWriter json, CborItem item)
    {
        if (CborFloat.Of(item) is { } value && double.IsFinite(value))
            json.WriteNumberValue(value);
        else if (item.Head.Info is False or True)
            json.WriteBooleanValue(item.Head.Info == True);
        else
            json.WriteNullValue();
    }
}
