namespace Checkpoint.Passes.Compression;

/// <summary>Bits, the lowest of each byte first (RFC 1951, section 3.1.1).</summary>
/// <param name="bytes">Where from.</param>
ref struct BitReader(ReadOnlySpan<byte> bytes)
{
    readonly ReadOnlySpan<byte> bytes = bytes;
    int at;
    uint held;
    int count;

    /// <summary>Whole bytes that were begun.</summary>
    public readonly int Position => at;

    /// <summary>Reads up to 16 bits.</summary>
    /// <returns>The number, or -1 if the bytes end before.</returns>
    public int Read(int width)
    {
        while (count < width)
        {
            if (at == bytes.Length)
                return -1;
            held |= (uint)bytes[at++] << count;
            count += 8;
        }

        var value = (int)(held & ((1U << width) - 1));
        held >>= width;
        count -= width;
        return value;
    }

    /// <summary>Goes to the next whole byte.</summary>
    /// <returns>False if a bit that nobody reads is not 0: such bits would be a second spelling.</returns>
    public bool TryAlign()
    {
        var clean = held == 0;
        (held, count) = (0, 0);
        return clean;
    }

    /// <summary>Copies whole bytes; only after <see cref="TryAlign"/>.</summary>
    public bool TryCopy(scoped Span<byte> target)
    {
        if (target.Length > bytes.Length - at)
            return false;
        bytes.Slice(at, target.Length).CopyTo(target);
        at += target.Length;
        return true;
    }
}
