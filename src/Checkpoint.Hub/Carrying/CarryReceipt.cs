using System.Collections.Immutable;
using System.Text.Json;
using Checkpoint.Carrying;
using Checkpoint.Journaling;
using Checkpoint.Ledgers;
using Checkpoint.Wire;

namespace Checkpoint.Hub.Carrying;

/// <summary>What became of one file of entries.</summary>
/// <param name="Refusal">Why it was not taken; then the rest is empty.</param>
/// <param name="Stream">Whose entries, if the file could be read.</param>
sealed record CarryReceipt(CarryRefusal Refusal, StreamKey? Stream)
{
    /// <summary>Numbers in the file.</summary>
    public ImmutableArray<SeqRange> Numbers { get; init; } = [];

    /// <summary>Highest number in the journal when the file was written.</summary>
    public long Written { get; init; }

    /// <summary>Entries that are new here.</summary>
    public long New { get; init; }

    /// <summary>Entries that were here.</summary>
    public long Known { get; init; }

    /// <summary>Entries whose number is taken by another one, and links that do not follow: a cloned or tampered box.</summary>
    public long Wrong { get; init; }

    /// <summary>Entries beyond too many holes, to be carried in again once the older ones are here.</summary>
    public long Refused { get; init; }

    /// <summary>Everything from 1 to here is here.</summary>
    public long UpTo { get; init; }

    /// <summary>Holes above <see cref="UpTo"/>.</summary>
    public ImmutableArray<SeqRange> Missing { get; init; } = [];

    /// <summary>Writes it, for the program that handed the file over.</summary>
    public byte[] ToJson() => WireJson.Write(json =>
    {
        if (Stream is { } stream)
        {
            json.WriteString("device", stream.Device.Value);
            json.WriteString("epoch", stream.Epoch.Value);
        }

        json.WriteNumber("known", Known);
        Write(json, "missing", Missing);
        json.WriteNumber("new", New);
        Write(json, "numbers", Numbers);
        json.WriteString("refusal", WireName<CarryRefusal>.Of(Refusal));
        json.WriteNumber("refused", Refused);
        json.WriteNumber("upto", UpTo);
        json.WriteNumber("v", WireJson.Version);
        json.WriteNumber("written", Written);
        json.WriteNumber("wrong", Wrong);
    });

    /// <summary>Reads it; null if it is none.</summary>
    public static CarryReceipt? TryRead(ReadOnlyMemory<byte> text) => WireJson.TryRead(text, json => new CarryReceipt(
        WireName<CarryRefusal>.Parse(json.GetProperty("refusal").GetString()),
        json.TryGetProperty("device", out var device) ? new(DeviceId.Parse(device.GetString()!), Epoch.Parse(json.GetProperty("epoch").GetString()!)) : null)
    {
        Numbers = Read(json, "numbers"),
        Written = json.GetProperty("written").GetInt64(),
        New = json.GetProperty("new").GetInt64(),
        Known = json.GetProperty("known").GetInt64(),
        Wrong = json.GetProperty("wrong").GetInt64(),
        Refused = json.GetProperty("refused").GetInt64(),
        UpTo = json.GetProperty("upto").GetInt64(),
        Missing = Read(json, "missing"),
    });

    static void Write(Utf8JsonWriter json, string name, ImmutableArray<SeqRange> ranges)
    {
        json.WriteStartArray(name);
        foreach (var range in ranges)
        {
            json.WriteStartArray();
            json.WriteNumberValue(range.First);
            json.WriteNumberValue(range.Last);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    static ImmutableArray<SeqRange> Read(JsonElement json, string name) =>
        [.. json.GetProperty(name).EnumerateArray().Select(range => new SeqRange(range[0].GetInt64(), range[1].GetInt64()))];
}
