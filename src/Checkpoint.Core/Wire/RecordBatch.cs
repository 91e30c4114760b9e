using System.Collections.Immutable;
using System.Text.Json;
using Checkpoint.Journaling;

namespace Checkpoint.Wire;

/// <summary>What one message on <see cref="Topics.Records"/> holds: 1 … <see cref="MaxRecords"/> records of one box.</summary>
/// <param name="Records">In order of their sequence numbers.</param>
public sealed record RecordBatch(ImmutableArray<WireRecord> Records)
{
    /// <summary>Records in one message at most.</summary>
    public const int MaxRecords = 50;

    /// <summary>Writes the payload: <c>{"records":[{…}],"v":1}</c>.</summary>
    public byte[] ToJson() => WireJson.Write(json =>
    {
        json.WriteStartArray("records");
        foreach (var record in Records)
            record.WriteTo(json);
        json.WriteEndArray();
        json.WriteNumber("v", WireJson.Version);
    });

    /// <summary>Reads a payload; a batch is good as a whole or not at all.</summary>
    /// <param name="payload">Bytes from anybody.</param>
    /// <param name="device">The box that the topic names: a record that names another is refused.</param>
    /// <returns>The batch, or null.</returns>
    public static RecordBatch? TryRead(ReadOnlyMemory<byte> payload, DeviceId device) =>
        WireJson.TryRead(payload, json => Read(json, device));

    static RecordBatch Read(JsonElement json, DeviceId device)
    {
        var records = json.GetProperty("records").EnumerateArray().Select(WireRecord.Read).ToImmutableArray();
        return records.Length is >= 1 and <= MaxRecords && records.All(record => record.Key.Device == device)
            ? new(records)
            : throw new FormatException($"A batch holds 1 to {MaxRecords} records of the box that its topic names.");
    }
}
