using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Checkpoint.Journaling;
using Checkpoint.Ledgers;

namespace Checkpoint.Wire;

/// <summary>
/// The hub's word that it has committed a journal up to and including <paramref name="UpTo"/>. Only this lets a box release entries.
/// </summary>
/// <param name="Epoch">The journal meant.</param>
/// <param name="UpTo">Everything from 1 to here is in the ledger; 0 is nothing yet.</param>
/// <param name="Missing">Holes above <paramref name="UpTo"/> that the hub knows of, ascending, at most <see cref="MaxMissing"/>.</param>
public sealed record Watermark(Epoch Epoch, long UpTo, ImmutableArray<SeqRange> Missing)
{
    /// <summary>Holes that are listed at most; the ledger keeps no more either, so the list is whole.</summary>
    public const int MaxMissing = StreamPosition.MaxAhead;

    const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>
    /// The ledger's link at <see cref="UpTo"/>; it proves to a box that the ledger holds this very journal and no clone's. Null at 0,
    /// and from a hub that does not say it.
    /// </summary>
    public EntryHash? Hash { get; init; }

    /// <summary>The highest number that the ledger holds, if that is above <see cref="UpTo"/>; null from a hub that does not say it.</summary>
    public long? Highest { get; init; }

    /// <summary>The hub's clock at its commit, UTC, whole milliseconds: the date of this receipt. Null from a hub that does not say it.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>
    /// Whether two different entries came under one number of this journal, or its chain is broken: it was cloned or tampered with. Its box
    /// keeps it aside and begins another.
    /// </summary>
    public bool IsDisputed { get; init; }

    /// <summary>Writes the payload of <see cref="Topics.Ack"/>: <c>{"epoch":"…","hash":"…","missing":[[5,7]],"time":"…","upto":4,"v":1}</c>.</summary>
    public byte[] ToJson() => WireJson.Write(json =>
    {
        if (IsDisputed)
            json.WriteBoolean("disputed", value: true);
        json.WriteString("epoch", Epoch.Value);
        if (Hash is { } hash)
            json.WriteString("hash", hash.Hex);
        if (Highest is { } highest)
            json.WriteNumber("highest", highest);
        json.WriteStartArray("missing");
        foreach (var range in Missing)
        {
            json.WriteStartArray();
            json.WriteNumberValue(range.First);
            json.WriteNumberValue(range.Last);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        if (Time is { } time)
            json.WriteString("time", time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture));
        json.WriteNumber("upto", UpTo);
        json.WriteNumber("v", WireJson.Version);
    });

    /// <summary>Reads the payload of <see cref="Topics.Ack"/>; unknown members are ignored.</summary>
    /// <returns>The watermark, or null if the payload is not one.</returns>
    public static Watermark? TryRead(ReadOnlyMemory<byte> payload) => WireJson.TryRead(payload, Read);

    /// <summary>Takes the object apart; throws what <see cref="JsonElement"/> throws, and <see cref="FormatException"/>.</summary>
    internal static Watermark Read(JsonElement json)
    {
        var upTo = json.GetProperty("upto").GetInt64();
        var missing = json.GetProperty("missing").EnumerateArray().Select(ReadRange).ToImmutableArray();
        return upTo >= 0 && missing.Length <= MaxMissing && AreHoles(missing, upTo)
            ? new(Epoch.Parse(json.GetProperty("epoch").GetString() ?? ""), upTo, missing)
            {
                Hash = ReadHash(json),
                Highest = json.TryGetProperty("highest", out var highest) ? highest.GetInt64() : null,
                Time = ReadTime(json),
                IsDisputed = json.TryGetProperty("disputed", out var disputed) && disputed.GetBoolean(),
            }
            : throw new FormatException("A watermark counts from 0 and its holes lie above it, ascending.");
    }

    static EntryHash? ReadHash(JsonElement json)
    {
        if (!json.TryGetProperty("hash", out var text))
            return null;
        return EntryHash.TryParse(text.GetString(), out var hash) ? hash : throw new FormatException("A link is 64 hexadecimal digits.");
    }

    static DateTimeOffset? ReadTime(JsonElement json) => json.TryGetProperty("time", out var text) ? text.GetDateTimeOffset() : null;

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
