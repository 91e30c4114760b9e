using System.Text;
using System.Text.Json;
using Checkpoint.Journaling;

namespace Checkpoint.Wire;

/// <summary>One record as it travels: the entry's canonical bytes and its link in the chain.</summary>
/// <param name="Key">Device, epoch and sequence number.</param>
/// <param name="Canonical">The entry in canonical form, unknown members included.</param>
/// <param name="Hash">Its link in the journal's hash chain, as the box computed it.</param>
public sealed record WireRecord(EntryKey Key, ReadOnlyMemory<byte> Canonical, EntryHash Hash)
{
    /// <summary>A record over this size is no record: the largest of ours is under 1 KB, and under 3.5 KB with sealed fields.</summary>
    public const int MaxBytes = 4096;

    const string HashMember = "hash";

    /// <summary>Writes the record: the entry with its <c>hash</c> added.</summary>
    public void WriteTo(Utf8JsonWriter json)
    {
        var open = Canonical.Span[..^1]; // without its closing brace
        byte[] whole = [.. open, .. open.Length > 1 ? ","u8 : [], .. "\"hash\":\""u8, .. Encoding.ASCII.GetBytes(Hash.Hex), .. "\"}"u8];
        json.WriteRawValue(whole, skipInputValidation: true);
    }

    /// <summary>Reads a record.</summary>
    /// <exception cref="FormatException">A needed member is missing or wrong.</exception>
    /// <exception cref="KeyNotFoundException">A needed member is missing.</exception>
    /// <exception cref="InvalidOperationException">A member is of the wrong kind.</exception>
    public static WireRecord Read(JsonElement json)
    {
        var canonical = CanonicalJson.Write(json, without: HashMember);
        var seq = json.GetProperty("seq").GetInt64();
        if (canonical.Length > MaxBytes || seq < 1 || !EntryHash.TryParse(json.GetProperty(HashMember).GetString(), out var hash))
            throw new FormatException("A record is at most 4096 bytes, is numbered from 1 and carries its hash.");

        var device = DeviceId.Parse(json.GetProperty("device").GetString() ?? "");
        return new(new(device, Epoch.Parse(json.GetProperty("epoch").GetString() ?? ""), seq), canonical, hash);
    }
}
