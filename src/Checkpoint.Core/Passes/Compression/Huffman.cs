namespace Checkpoint.Passes.Compression;

/// <summary>A canonical prefix code (RFC 1951, section 3.2.2).</summary>
readonly ref struct Huffman
{
    /// <summary>Bits of the longest code word.</summary>
    public const int MaxBits = 15;

    readonly ReadOnlySpan<ushort> counts;
    readonly ReadOnlySpan<ushort> symbols;

    Huffman(ReadOnlySpan<ushort> counts, ReadOnlySpan<ushort> symbols)
    {
        this.counts = counts;
        this.symbols = symbols;
    }

    /// <summary>Makes a code.</summary>
    /// <param name="lengths">Bits of each symbol's code word, 0 for none.</param>
    /// <param name="counts">Room for <see cref="MaxBits"/> + 1 counts.</param>
    /// <param name="symbols">Room for as many symbols as there are lengths.</param>
    /// <param name="mayBeIncomplete">A distance code of one word, or of none, is the only one that may leave words unused.</param>
    /// <param name="code">The code.</param>
    /// <returns>False if the lengths are no prefix code.</returns>
    public static bool TryMake(
        ReadOnlySpan<byte> lengths, Span<ushort> counts, Span<ushort> symbols, bool mayBeIncomplete, out Huffman code)
    {
        counts.Clear();
        foreach (var length in lengths)
            counts[length]++;
        var used = lengths.Length - counts[0];
        Sort(lengths, counts, symbols);
        counts[0] = 0;
        code = new(counts, symbols);
        var left = Left(counts);
        return left == 0 || (left > 0 && mayBeIncomplete && (used == 0 || (used == 1 && counts[1] == 1)));
    }

    /// <summary>Code words of each length.</summary>
    public ReadOnlySpan<ushort> Counts => counts;

    /// <summary>Symbols in the order of their code words.</summary>
    public ReadOnlySpan<ushort> Symbols => symbols;

    // Code words left over; below 0 if there are too many.
    static int Left(ReadOnlySpan<ushort> counts)
    {
        var left = 1;
        for (var length = 1; length <= MaxBits && left >= 0; length++)
            left = (left << 1) - counts[length];
        return left;
    }

    static void Sort(ReadOnlySpan<byte> lengths, ReadOnlySpan<ushort> counts, Span<ushort> symbols)
    {
        Span<ushort> next = stackalloc ushort[MaxBits + 1];
        for (var length = 1; length < MaxBits; length++)
            next[length + 1] = (ushort)(next[length] + counts[length]);
        for (var symbol = 0; symbol < lengths.Length; symbol++)
        {
            if (lengths[symbol] != 0)
                symbols[next[lengths[symbol]]++] = (ushort)symbol;
        }
    }
}
