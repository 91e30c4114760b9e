using System.Collections.Immutable;
using System.Security.Cryptography;
using Checkpoint.Journaling;
using Checkpoint.Testing;
using Checkpoint.Wire;

namespace Checkpoint.Carrying;

/// <summary>Ordinary files that are carried by hand.</summary>
static class Carried
{
    /// <summary>The box's key.</summary>
    public static ECDsa Key { get; } = County.NewKey();

    /// <summary>Another one's.</summary>
    public static ECDsa OtherKey { get; } = County.NewKey();

    /// <summary>A file of the journal's first entries.</summary>
    public static byte[] File(int entries = 5) => File([.. Some.Chain(entries)]);

    /// <summary>A file of these.</summary>
    public static byte[] File(ImmutableArray<WireRecord> records) => RecordsFile.Sign(records, records[^1].Key.Seq, Key);

    /// <summary>Reads a file that must be good.</summary>
    public static RecordsFile Read(byte[] file) => RecordsFile.TryRead(file, out _).ShouldNotBeNull();

    /// <summary>Why a file is refused.</summary>
    public static CarryRefusal Refusal(byte[] file)
    {
        RecordsFile.TryRead(file, out var refusal).ShouldBeNull();
        return refusal;
    }

    /// <summary>What makes two records the same.</summary>
    public static (EntryKey Key, string Canonical, EntryHash Hash) Of(WireRecord record) =>
        (record.Key, Convert.ToHexString(record.Canonical.Span), record.Hash);
}
