using System.Collections.Immutable;
using System.Security.Cryptography;
using Checkpoint.Bundles;
using Checkpoint.Journaling;
using Checkpoint.Wire;

namespace Checkpoint.Carrying;

/// <summary>
/// Entries of one journal on their way to the hub by hand, signed by the box. The envelope is a bundle's (<see cref="BundleEnvelope"/>); its
/// payload is one line of JSON (<see cref="RecordsHeader"/>), a line feed, and the entries, one canonical line each, as a zlib stream.
/// </summary>
/// <param name="Header">Whose entries, which, and by which key.</param>
/// <param name="Records">The entries, ascending; their links follow from the header's.</param>
public sealed record RecordsFile(RecordsHeader Header, ImmutableArray<WireRecord> Records)
{
    /// <summary>What it is signed as.</summary>
    public const string Type = "checkpoint-records";

    /// <summary>Entries in one file.</summary>
    public const int MaxRecords = 10_000;

    /// <summary>Bytes of its entries before they are compressed.</summary>
    public const int MaxPlainBytes = 4 * 1024 * 1024;

    /// <summary>Bytes of the file: all entries incompressible, in base64.</summary>
    public const int MaxFileBytes = 8 * 1024 * 1024;

    const byte LineFeed = (byte)'\n';

    /// <summary>Whether a record can be read again at the other end; one from a damaged journal may not.</summary>
    public static bool CanCarry(WireRecord record) => CarriedEntry.IsWhole(record.Canonical, record.Key);

    /// <summary>Cuts entries into as many files as they need.</summary>
    /// <param name="records">Of one journal, ascending.</param>
    public static IEnumerable<ImmutableArray<WireRecord>> Split(IEnumerable<WireRecord> records)
    {
        var part = ImmutableArray.CreateBuilder<WireRecord>();
        var (bytes, runs) = (0, 0);
        foreach (var record in records)
        {
            if (part.Count == MaxRecords || bytes + record.Canonical.Length + 1 > MaxPlainBytes || runs == RecordsHeader.MaxRuns)
            {
                yield return part.DrainToImmutable();
                (bytes, runs) = (0, 0);
            }

            runs += part.Count > 0 && CarriedRun.Continues(part[^1], record) ? 0 : 1;
            bytes += record.Canonical.Length + 1;
            part.Add(record);
        }

        if (part.Count > 0)
            yield return part.DrainToImmutable();
    }

    /// <summary>Writes and signs a file.</summary>
    /// <param name="records">One of <see cref="Split"/>'s.</param>
    /// <param name="written">Highest number in the journal.</param>
    /// <param name="key">The box's private key, on P-256.</param>
    public static byte[] Sign(ImmutableArray<WireRecord> records, long written, ECDsa key)
    {
        var header = new RecordsHeader(
            records[0].Key.Device, records[0].Key.Epoch, BoxKey.Of(key), written, CarriedRun.Of(records));
        var plain = new byte[records.Sum(record => record.Canonical.Length + 1)];
        var rest = plain.AsSpan();
        foreach (var canonical in records.Select(record => record.Canonical.Span.ToArray()))
        {
            canonical.CopyTo(rest);
            rest[canonical.Length] = LineFeed;
            rest = rest[(canonical.Length + 1)..];
        }

        return BundleEnvelope.Sign([.. header.ToJson(), LineFeed, .. Deflated.Pack(plain)], key, Type);
    }

    /// <summary>
    /// Reads a file: size, form, signature, header, entries, in that order. The signature is held against the key that the file itself brings:
    /// whether that key is the box's is for the reader to judge.
    /// </summary>
    /// <param name="text">Bytes from anybody.</param>
    /// <param name="refusal">Why it is none.</param>
    /// <returns>The file, or null.</returns>
    public static RecordsFile? TryRead(ReadOnlyMemory<byte> text, out CarryRefusal refusal)
    {
        refusal = text.Length > MaxFileBytes ? CarryRefusal.TooLarge : CarryRefusal.NotCarried;
        if (BundleEnvelope.TryRead(text, Type, MaxFileBytes, out _) is not { } envelope)
            return null;
        var end = envelope.Payload.Span[..Math.Min(envelope.Payload.Length, RecordsHeader.MaxBytes)].IndexOf(LineFeed);
        refusal = CarryRefusal.Malformed;
        if (end < 0 || RecordsHeader.TryRead(envelope.Payload[..end], out refusal) is not { } header)
            return null;

        refusal = header.Judge(envelope);
        if (refusal != CarryRefusal.None)
            return null;
        var records = TryExpand(header, envelope.Payload[(end + 1)..]);
        refusal = records is null ? CarryRefusal.Malformed : CarryRefusal.None;
        return records is { } whole ? new(header, whole) : null;
    }

    static ImmutableArray<WireRecord>? TryExpand(RecordsHeader header, ReadOnlyMemory<byte> packed)
    {
        if (Deflated.TryUnpack(packed, MaxPlainBytes) is not { } plain)
            return null;
        var records = ImmutableArray.CreateBuilder<WireRecord>();
        ReadOnlyMemory<byte> rest = plain;
        foreach (var run in header.Runs)
        {
            for (var seq = run.First; seq <= run.Last; seq++)
            {
                var end = rest.Span.IndexOf(LineFeed);
                var key = new EntryKey(header.Device, header.Epoch, seq);
                if (end < 0 || !CarriedEntry.IsWhole(rest[..end], key))
                    return null;
                records.Add(new(key, rest[..end], seq == run.First ? run.Link : records[^1].Hash.Next(rest.Span[..end])));
                rest = rest[(end + 1)..];
            }
        }

        return rest.IsEmpty ? records.DrainToImmutable() : null;
    }
}
