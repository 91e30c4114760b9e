using System.Globalization;
using System.Text.Json;
using Checkpoint.Hosting.Sqlite;
using Checkpoint.Journaling;
using Checkpoint.Passages.Duties;
using Checkpoint.Passes;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Journaling;

/// <summary>What the box itself reads of an entry's bytes.</summary>
static class StoredEntry
{
    /// <summary>Its canonical bytes, which are what was hashed and is published.</summary>
    /// <param name="stored">As the file holds them.</param>
    /// <exception cref="CorruptStoreException">They are not an entry's.</exception>
    public static byte[] Unpack(byte[] stored) =>
        PackedEntry.TryUnpack(stored) ?? throw new CorruptStoreException("An entry cannot be unpacked.");

    /// <summary>When it was made.</summary>
    /// <param name="seq">Its number.</param>
    /// <param name="body">Its canonical bytes.</param>
    /// <exception cref="CorruptStoreException">They are not an entry's.</exception>
    public static EntryAge AgeOf(long seq, ReadOnlyMemory<byte> body) => Read(body, json => new EntryAge(
        seq,
        DateTimeOffset.Parse(json.GetProperty("time").GetString() ?? "", CultureInfo.InvariantCulture),
        WireName<ClockQuality>.Parse(json.GetProperty("clock").GetString() ?? "")));

    /// <summary>Its place, as it says itself.</summary>
    /// <exception cref="CorruptStoreException">They are not an entry's.</exception>
    public static EntryKey KeyOf(ReadOnlyMemory<byte> body) => Read(body, json => new EntryKey(
        DeviceId.Parse(json.GetProperty("device").GetString() ?? ""),
        Epoch.Parse(json.GetProperty("epoch").GetString() ?? ""),
        json.GetProperty("seq").GetInt64()));

    /// <summary>Who is on duty from then on; null if it is no sign-on or sign-off.</summary>
    /// <exception cref="CorruptStoreException">They are not an entry's.</exception>
    public static Duty? DutyOf(ReadOnlyMemory<byte> body) => body.Span.IndexOf(Duties) < 0 ? null : Read(body, json => new Duty(
        [.. json.GetProperty("present").EnumerateArray().Select(badge => PassId.Parse(badge.GetString() ?? ""))]));

    /// <summary>Whether it is somebody's passage.</summary>
    /// <exception cref="CorruptStoreException">They are not an entry's.</exception>
    public static bool IsPassage(ReadOnlyMemory<byte> body) => Read(body, json => json.TryGetProperty("passage", out _));

    static ReadOnlySpan<byte> Duties => "\"kind\":\"duty\""u8;

    static T Read<T>(ReadOnlyMemory<byte> body, Func<JsonElement, T> read)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return read(json.RootElement);
        }
        catch (Exception error) when (error is JsonException or FormatException or KeyNotFoundException or InvalidOperationException)
        {
            throw new CorruptStoreException("An entry cannot be read.", error);
        }
    }
}
