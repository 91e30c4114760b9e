using System.Text.Json;
using Checkpoint.Journaling;
using Checkpoint.Ledgers;
using Checkpoint.Wire;

namespace Checkpoint.Testing.Programs;

/// <summary>One entry as a program outside sees it.</summary>
/// <param name="Key">Its place.</param>
/// <param name="Hash">Its link in the chain.</param>
/// <param name="Entry">The entry itself.</param>
public sealed record JournalRow(EntryKey Key, EntryHash Hash, JsonElement Entry)
{
    /// <summary>Reads one as it is published.</summary>
    public static JournalRow Read(JsonElement json)
    {
        var record = WireRecord.Read(json);
        return new(record.Key, record.Hash, json.Clone());
    }

    /// <summary>Whether rows are a whole journal: one epoch, numbered from 1, the chain unbroken.</summary>
    /// <param name="rows">In the order of their numbers.</param>
    public static bool AreWhole(IReadOnlyList<JournalRow> rows) =>
        rows.Select(row => row.Key.Epoch).Distinct().Count() == 1
        && rows.Select(row => row.Key.Seq).SequenceEqual(Enumerable.Range(1, rows.Count).Select(seq => (long)seq))
        && ChainRule.FirstBroken(EntryHash.Start, rows.Select(row => new WireRecord(row.Key, CanonicalJson.Write(row.Entry, without: "hash"), row.Hash))) is null;

    /// <summary>The passage that it belongs to, unique within a box's journal.</summary>
    public (Epoch Epoch, int Boot, long Passage) Passage =>
        (Key.Epoch, Entry.GetProperty("boot").GetInt32(), Entry.GetProperty("passage").GetInt64());

    /// <summary>Whether a passage ended with it.</summary>
    public bool IsFinal => Entry.TryGetProperty("final", out var final) && final.GetBoolean();

    /// <summary>Its kind.</summary>
    public string? Kind => Entry.GetProperty("kind").GetString();

    /// <summary>The box's clock when it was made.</summary>
    public DateTimeOffset Time => Entry.GetProperty("time").GetDateTimeOffset();

    /// <summary>When it really was, as the hub worked out; null if the box's clock is the best there is, or this is the box's own row.</summary>
    public DateTimeOffset? Retimed { get; init; }
}
