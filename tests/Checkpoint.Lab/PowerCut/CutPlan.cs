using System.Security.Cryptography;
using System.Text;
using Checkpoint.Testing;

namespace Checkpoint.Lab.PowerCut;

/// <summary>The cuts that are tried: after each thing that was done, in each manner, no two alike.</summary>
/// <param name="ops">What was done.</param>
/// <param name="seed">Decides what is left open.</param>
sealed class CutPlan(IReadOnlyList<DiskOp> ops, ulong seed)
{
    // Of chance there is more than one.
    static readonly CutManner[] Manners = [.. Enum.GetValues<CutManner>(), CutManner.Some, CutManner.Some, CutManner.Torn, CutManner.OneMissing];

    const int IndexBytes = 32 * 1024;

    readonly Dice dice = new(seed);
    readonly HashSet<string> seen = new(StringComparer.Ordinal);

    /// <summary>About this many, evenly over all that was done; fewer if there are not as many.</summary>
    public IEnumerable<Cut> Take(int count)
    {
        const int parts = 1_000_000;
        const int alike = 3; // of candidates, so many turn out to be like another
        var share = (int)Math.Min(parts, (long)parts * alike * count / Math.Max(1, (long)ops.Count * Manners.Length));
        var disk = new CutDisk();
        for (var after = 1; after <= ops.Count; after++)
        {
            disk.Do(ops[after - 1]);
            foreach (var manner in Manners.Where(manner => dice.Roll(parts) < share && (disk.Pending > 0 || manner == CutManner.AllLanded)))
            {
                var cut = new Cut(after, manner, disk.Said?.Seq ?? 0, WithIndex(disk.Cut(dice, manner), manner));
                if (seen.Add(NameOf(cut)))
                    yield return cut;
            }
        }
    }

    // The log's index is shared memory in a file, written whenever the system likes: anything may be in it.
    Dictionary<string, byte[]> WithIndex(Dictionary<string, byte[]> files, CutManner manner)
    {
        if (manner == CutManner.Garbage && files.ContainsKey(PowerCutWriter.JournalFile + "-wal"))
            files[PowerCutWriter.JournalFile + "-shm"] = dice.Bytes(IndexBytes);
        return files;
    }

    static string NameOf(Cut cut)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, bytes) in cut.Files.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name));
            hash.AppendData(SHA256.HashData(bytes));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
