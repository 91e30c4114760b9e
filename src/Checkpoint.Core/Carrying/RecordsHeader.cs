using System.Collections.Immutable;
using System.Text.Json;
using Checkpoint.Bundles;
using Checkpoint.Journaling;
using Checkpoint.Ledgers;
using Checkpoint.Wire;

namespace Checkpoint.Carrying;

/// <summary>The first line of a file of entries.</summary>
public sealed record RecordsHeader
{
    /// <summary>Runs of entries in one file: a new one begins at each hole and each broken link.</summary>
    public const int MaxRuns = 1024;

    /// <summary>Bytes of the line.</summary>
    public const int MaxBytes = 256 * 1024;

    internal RecordsHeader(DeviceId device, Epoch epoch, string key, long written, ImmutableArray<CarriedRun> runs)
    {
        Device = device;
        Epoch = epoch;
        Key = key;
        Written = written;
        Runs = runs;
    }

    /// <summary>The box.</summary>
    public DeviceId Device { get; }

    /// <summary>Its journal.</summary>
    public Epoch Epoch { get; }

    /// <summary>The box's public key: DER SubjectPublicKeyInfo in base64, as in <see cref="Birth.Key"/>.</summary>
    public string Key { get; }

    /// <summary>Highest number in the journal when the file was written.</summary>
    public long Written { get; }

    internal ImmutableArray<CarriedRun> Runs { get; }

    /// <summary>The journal.</summary>
    public StreamKey Stream => new(Device, Epoch);

    /// <summary>The numbers of its entries, ascending.</summary>
    public IEnumerable<SeqRange> Numbers => Runs.Select(run => new SeqRange(run.First, run.Last));

    /// <summary>Writes the line: <c>{"device":"…","epoch":"…","key":"…","runs":[[5,7,"…"]],"v":1,"written":9}</c>.</summary>
    internal byte[] ToJson() => WireJson.Write(json =>
    {
        json.WriteString("device", Device.Value);
        json.WriteString("epoch", Epoch.Value);
        json.WriteString("key", Key);
        json.WriteStartArray("runs");
        foreach (var run in Runs)
        {
            json.WriteStartArray();
            json.WriteNumberValue(run.First);
            json.WriteNumberValue(run.Last);
            json.WriteStringValue(run.Link.Hex);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteNumber("v", WireJson.Version);
        json.WriteNumber("written", Written);
    });

    /// <summary>Reads the line; unknown members are ignored.</summary>
    internal static RecordsHeader? TryRead(ReadOnlyMemory<byte> line, out CarryRefusal refusal)
    {
        var header = WireJson.TryRead(line, Read);
        refusal = header is null ? CarryRefusal.Malformed : CarryRefusal.None;
        return header;
    }

    /// <summary>Whether the key that the line names is the signer's, and has signed.</summary>
    internal CarryRefusal Judge(BundleEnvelope envelope)
    {
        using var key = BoxKey.TryRead(Key);
        if (key is null)
            return CarryRefusal.Malformed;
        return string.Equals(PublicKey.Fingerprint(key), envelope.Signer, StringComparison.Ordinal) && envelope.IsSignedBy(key)
            ? CarryRefusal.None
            : CarryRefusal.BadSignature;
    }

    static RecordsHeader Read(JsonElement json)
    {
        var header = new RecordsHeader(
            DeviceId.Parse(json.GetProperty("device").GetString() ?? ""),
            Epoch.Parse(json.GetProperty("epoch").GetString() ?? ""),
            json.GetProperty("key").GetString() ?? "",
            json.GetProperty("written").GetInt64(),
            [.. json.GetProperty("runs").EnumerateArray().Take(MaxRuns + 1).Select(ReadRun)]);
        return header.IsSound() ? header : throw new FormatException("Runs ascend from 1, do not overlap, and end within the journal.");
    }

    static CarriedRun ReadRun(JsonElement run) => run.GetArrayLength() == 3 && EntryHash.TryParse(run[2].GetString(), out var link)
        ? new(run[0].GetInt64(), run[1].GetInt64(), link)
        : throw new FormatException("A run is its first number, its last, and the first one's link.");

    bool IsSound()
    {
        if (Runs.Length is 0 or > MaxRuns || Written > StreamPosition.MaxSeq || Runs[^1].Last > Written)
            return false;
        var (below, count) = (0L, 0L);
        foreach (var run in Runs)
        {
            if (run.First <= below || run.Last < run.First || run.Last > Written)
                return false;
            (below, count) = (run.Last, count + (run.Last - run.First) + 1);
        }

        return count <= RecordsFile.MaxRecords;
    }
}
