using System.Text;
using System.Text.Json;
using Checkpoint.Journaling;
using Checkpoint.Ledgers;
using Checkpoint.Wire;

namespace Checkpoint.Hub.Ledgers;

/// <summary>A box's journal in memory: makes records with a true hash chain.</summary>
sealed class Journal(string device = "gate-1", string epoch = "0123456789abcdef")
{
    EntryHash head = EntryHash.Start;
    long seq;

    public StreamKey Stream { get; } = new(DeviceId.Parse(device), Epoch.Parse(epoch));

    public DeviceId Device => Stream.Device;

    public static DateTimeOffset Morning { get; } = new(2026, 11, 21, 7, 12, 3, TimeSpan.Zero);

    /// <summary>Several passages on foot, one after another.</summary>
    public WireRecord[] Passages(int count) => [.. Enumerable.Range(0, count).Select(_ => Passage(seq + 1))];

    /// <summary>One record of a passage.</summary>
    public WireRecord Passage(
        long passage, string verdict = "admit", string direction = "entry", string kind = "passage", DateTimeOffset? at = null,
        string? clock = null, long? mono = null, int boot = 1) => Write(json =>
    {
        json.WriteNumber("boot", boot);
        if (clock is not null)
            json.WriteString("clock", clock);
        json.WriteString("direction", direction);
        json.WriteBoolean("final", !string.Equals(verdict, "recheck", StringComparison.Ordinal));
        json.WriteString("kind", kind);
        if (mono is { } moment)
            json.WriteNumber("mono", moment);
        json.WriteNumber("passage", passage);
        json.WriteNumber("surface", 3312);
        json.WriteString("time", (at ?? Morning.AddSeconds(seq)).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", null));
        json.WriteNumber("v", 1);
        json.WriteString("verdict", verdict);
    });

    /// <summary>The box's clock is set.</summary>
    public WireRecord Clock(string clock, DateTimeOffset time, long mono) => Write(json =>
    {
        json.WriteNumber("boot", 1);
        json.WriteString("clock", clock);
        json.WriteString("kind", "clock");
        json.WriteNumber("mono", Math.Min(mono, 1L << 53));
        json.WriteString("time", time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", null));
        json.WriteString("turn", "set");
        json.WriteNumber("v", 1);
    });

    /// <summary>The next record, with these members besides its key.</summary>
    public WireRecord Write(Action<Utf8JsonWriter> members)
    {
        var key = Stream.At(++seq);
        var bytes = WireJson.Write(json =>
        {
            json.WriteString("device", key.Device.Value);
            json.WriteString("epoch", key.Epoch.Value);
            json.WriteNumber("seq", key.Seq);
            members(json);
        });
        using var document = JsonDocument.Parse(bytes);
        var canonical = CanonicalJson.Write(document.RootElement);
        head = head.Next(canonical);
        return new(key, canonical, head);
    }

    /// <summary>The same record as another box with the same name would have written it.</summary>
    public static WireRecord Forged(WireRecord record)
    {
        var canonical = Encoding.UTF8.GetBytes(
            Encoding.UTF8.GetString(record.Canonical.Span).Replace("\"admit\"", "\"hold\"", StringComparison.Ordinal));
        return record with { Canonical = canonical, Hash = EntryHash.Start.Next(canonical) };
    }
}
