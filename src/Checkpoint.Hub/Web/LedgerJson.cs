using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Checkpoint.Hub.Ledgers;

namespace Checkpoint.Hub.Web;

/// <summary>Ledger rows as the HTTP interface and the live page spell them.</summary>
static class LedgerJson
{
    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One page: its rows, the receipt to go on after, and whether there may be more now.</summary>
    public static byte[] Page(IReadOnlyList<LedgerRow> rows, LedgerQuery query) => Write(json =>
    {
        json.WriteStartArray("entries");
        foreach (var row in rows)
            WriteRow(json, row);
        json.WriteEndArray();
        json.WriteBoolean("more", rows.Count == query.Limit);
        json.WriteNumber("next", rows.Count > 0 ? rows[^1].Receipt : query.After);
    });

    /// <summary>One row.</summary>
    public static byte[] Row(LedgerRow row) => Write(json => WriteMembers(json, row));

    /// <summary>Writes one object.</summary>
    public static byte[] Write(Action<Utf8JsonWriter> members)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>A time as the interface spells it: UTC, milliseconds.</summary>
    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    static void WriteRow(Utf8JsonWriter json, LedgerRow row)
    {
        json.WriteStartObject();
        WriteMembers(json, row);
        json.WriteEndObject();
    }

    static void WriteMembers(Utf8JsonWriter json, LedgerRow row)
    {
        var (device, epoch, seq) = row.Record.Key;
        json.WriteString("device", device.Value);
        json.WritePropertyName("entry");
        json.WriteRawValue(row.Record.Canonical.Span);
        json.WriteString("epoch", epoch.Value);
        json.WriteString("hash", row.Record.Hash.Hex);
        json.WriteNumber("receipt", row.Receipt);
        json.WriteString("receivedAt", Time(row.ReceivedAt));
        if (row.Retimed is { } retimed)
            json.WriteString("retimed", Time(retimed.Time));
        json.WriteNumber("seq", seq);
    }
}
