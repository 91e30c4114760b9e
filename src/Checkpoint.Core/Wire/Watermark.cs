using System.Collections.Immutable;
using System.Text.Json;
using Checkpoint.Journaling;

namespace Checkpoint.Wire;

/// <summary>
/// The hub's word that it has committed a journal up to and including <paramref name="UpTo"/>. Only this lets a box release entries.
/// </summary>
/// <param name="Epoch">The journal meant.</param>
/// <param name="UpTo">Everything from 1 to here is in the ledger; 0 is nothing yet.</param>
/// <param name="Missing">Holes above <paramref name="UpTo"/> that the hub knows of, ascending, at most <see cref="MaxMissing"/>.</param>
public sealed record Watermark(Epoch Epoch, long UpTo, ImmutableArray<SeqRange> Missing)
{
    /// <summary>More holes than this are not listed; the box finds them when the watermark moves.</summary>
    public const int MaxMissing = 32;

    /// <summary>Writes the payload of <see cref="Topics.Ack"/>: <c>{"epoch":"…","missing":[[5,7]],"upto":4,"v":1}</c>.</summary>
    public byte[] ToJson() => WireJson.Write(json =>
    {
        json.WriteString("epoch", Epoch.Value);
        json.WriteStartArray("missing");
        foreach (var range in Missing)
        {
            json.WriteStartArray();
            json.WriteNumberValue(range.First);
            json.WriteNumberValue(range.Last);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteNumber("upto", UpTo);
        json.WriteNumber("v", WireJson.Version);
    });

    /// <summary>Reads the payload of <see cref="Topics.Ack"/>; unknown members are ignored.</summary>
    /// <returns>The watermark, or null if the payload is not one.</returns>
    public static Watermark? TryRead(ReadOnlyMemory<byte> payload) => WireJson.TryRead(payload, Read);

    static Watermark Read(JsonElement json)
    {
        var upTo = json.GetProperty("upto").GetInt64();
        var missing = json.GetProperty("missing").EnumerateArray().Select(ReadRange).ToImmutableArray();
        return upTo >= 0 && missing.Length <= MaxMissing && AreHoles(missing, upTo)
            ? new(Epoch.Parse(json.GetProperty("epoch").GetString() ?? ""), upTo, missing)
            : throw new FormatException("A watermark counts from 0 and its holes lie above it, ascending.");
    }

    static bool AreHoles(ImmutableArray<SeqRange> missing, long upTo)
    {
        var below = upTo;
        foreach (var hole in missing)
        {
            if (hole.First <= below || hole.Last < hole.First)
                return false;
            below = hole.Last;
        }

        return true;
    }

    static SeqRange ReadRange(JsonElement pair) => pair.GetArrayLength() == 2
        ? new(pair[0].GetInt64(), pair[1].GetInt64())
        : throw new FormatException("A hole is a pair of numbers.");
}
