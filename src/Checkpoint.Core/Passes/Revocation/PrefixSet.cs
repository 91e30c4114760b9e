using System.Collections.Immutable;

namespace Checkpoint.Passes.Revocation;

/// <summary>
/// Beginnings of hashes, all of one length, sorted, in one piece of memory: 5 bytes each for 4,000 passes are 20 KB. A look-up is a binary
/// search and allocates nothing.
/// </summary>
public sealed class PrefixSet
{
    readonly ReadOnlyMemory<byte> sorted;

    PrefixSet(int width, ReadOnlyMemory<byte> sorted) => (Width, this.sorted) = (width, sorted);

    /// <summary>Bytes in each.</summary>
    public int Width { get; }

    /// <summary>How many there are.</summary>
    public int Count => sorted.Length / Width;

    /// <summary>All of them, one after another.</summary>
    public ReadOnlySpan<byte> Bytes => sorted.Span;

    /// <summary>A set without any.</summary>
    public static PrefixSet Empty(int width) => new(width, default);

    /// <summary>Takes a sorted list.</summary>
    /// <returns>The set, or null if the length does not fit, or it is not sorted, or one stands twice.</returns>
    public static PrefixSet? TryRead(int width, ReadOnlyMemory<byte> sorted)
    {
        if (sorted.Length % width != 0)
            return null;
        var set = new PrefixSet(width, sorted);
        for (var i = 1; i < set.Count; i++)
        {
            if (set.At(i - 1).SequenceCompareTo(set.At(i)) >= 0)
                return null;
        }

        return set;
    }

    /// <summary>Makes a set of the beginnings of hashes, in any order.</summary>
    public static PrefixSet Of(int width, IEnumerable<ReadOnlyMemory<byte>> hashes)
    {
        var prefixes = new SortedSet<byte[]>(hashes.Select(hash => hash[..width].ToArray()), ByBytes);
        return new(width, prefixes.SelectMany(prefix => prefix).ToArray());
    }

    /// <summary>Whether a hash begins like one of them.</summary>
    /// <param name="hash">At least <see cref="Width"/> bytes.</param>
    public bool Contains(ReadOnlySpan<byte> hash)
    {
        var wanted = hash[..Width];
        var (low, high) = (0, Count - 1);
        while (low <= high)
        {
            var middle = low + ((high - low) / 2);
            var order = At(middle).SequenceCompareTo(wanted);
            if (order == 0)
                return true;
            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return false;
    }

    /// <summary>Takes some out and puts others in.</summary>
    /// <returns>
    /// The new set, or null if one to take out is not there or one to put in is: then the change was made for another set.
    /// </returns>
    public PrefixSet? Change(PrefixSet added, PrefixSet removed)
    {
        var all = new SortedSet<byte[]>(Each(), ByBytes);
        return removed.Each().All(all.Remove) && added.Each().All(all.Add)
            ? new(Width, all.SelectMany(prefix => prefix).ToArray())
            : null;
    }

    /// <summary>Those that are here and not in another set.</summary>
    public PrefixSet Without(PrefixSet other) => new(Width, Each().Where(prefix => !other.Contains(prefix)).SelectMany(prefix => prefix).ToArray());

    static IComparer<byte[]> ByBytes { get; } = Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b));

    ReadOnlySpan<byte> At(int i) => sorted.Span.Slice(i * Width, Width);

    ImmutableArray<byte[]> Each() => [.. Enumerable.Range(0, Count).Select(i => At(i).ToArray())];
}
