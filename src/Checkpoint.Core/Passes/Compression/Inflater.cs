namespace Checkpoint.Passes.Compression;

/// <summary>
/// Expands raw DEFLATE (RFC 1951) into a buffer that cannot grow. Stricter than zlib where a stream could be respelled: it must use all its
/// bytes, and bits that nobody reads must be 0.
/// </summary>
ref struct Inflater
{
    const int LiteralCodes = 288;
    const int DistanceCodes = 32;
    const int EndOfBlock = 256;
    const int MaxLiteralLengths = 286;
    const int MaxDistances = 30;

    static readonly byte[] LengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

    static readonly ushort[] LengthBases =
        [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];

    static readonly byte[] LengthExtras = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];

    static readonly ushort[] DistanceBases =
    [
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385,
        24577,
    ];

    static readonly byte[] DistanceExtras =
        [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];

    readonly Span<byte> output;
    BitReader bits;
    int written;

    Inflater(ReadOnlySpan<byte> deflated, Span<byte> output)
    {
        bits = new(deflated);
        this.output = output;
    }

    /// <summary>Expands a stream that ends where its bytes end.</summary>
    /// <param name="deflated">The stream.</param>
    /// <param name="output">Room for what it holds.</param>
    /// <returns>Bytes written, or -1 if it is no such stream or holds more.</returns>
    public static int Inflate(ReadOnlySpan<byte> deflated, Span<byte> output)
    {
        var inflater = new Inflater(deflated, output);
        return inflater.Run() && inflater.bits.TryAlign() && inflater.bits.Position == deflated.Length ? inflater.written : -1;
    }

    bool Run()
    {
        int last;
        do
        {
            last = bits.Read(1);
            var good = bits.Read(2) switch
            {
                0 => Stored(),
                1 => Fixed(),
                2 => Dynamic(),
                _ => false,
            };
            if (!good)
                return false;
        }
        while (last == 0);
        return last == 1;
    }

    bool Stored()
    {
        Span<byte> lengths = stackalloc byte[4];
        if (!bits.TryAlign() || !bits.TryCopy(lengths))
            return false;
        var length = lengths[0] | (lengths[1] << 8);
        if ((length ^ 0xFFFF) != (lengths[2] | (lengths[3] << 8)) || length > output.Length - written)
            return false;
        written += length;
        return bits.TryCopy(output.Slice(written - length, length));
    }

    // Section 3.2.6.
    bool Fixed()
    {
        Span<byte> lengths = stackalloc byte[LiteralCodes + DistanceCodes];
        lengths[..144].Fill(8);
        lengths[144..256].Fill(9);
        lengths[256..280].Fill(7);
        lengths[280..LiteralCodes].Fill(8);
        lengths[LiteralCodes..].Fill(5);
        return Block(lengths[..LiteralCodes], lengths[LiteralCodes..]);
    }

    // Section 3.2.7.
    bool Dynamic()
    {
        var literals = bits.Read(5) + 257;
        var distances = bits.Read(5) + 1;
        var orders = bits.Read(4) + 4;
        if (literals is < 257 or > MaxLiteralLengths || distances is < 1 or > MaxDistances || orders < 4)
            return false;

        Span<byte> lengths = stackalloc byte[MaxLiteralLengths + MaxDistances];
        lengths = lengths[..(literals + distances)];
        return ReadLengths(lengths, orders) && lengths[EndOfBlock] != 0 && Block(lengths[..literals], lengths[literals..]);
    }

    bool ReadLengths(scoped Span<byte> lengths, int orders)
    {
        Span<byte> own = stackalloc byte[LengthOrder.Length];
        own.Clear();
        for (var i = 0; i < orders; i++)
        {
            if (bits.Read(3) is var bit and >= 0)
                own[LengthOrder[i]] = (byte)bit;
            else
                return false;
        }

        Span<ushort> counts = stackalloc ushort[Huffman.MaxBits + 1];
        Span<ushort> symbols = stackalloc ushort[LengthOrder.Length];
        if (!Huffman.TryMake(own, counts, symbols, mayBeIncomplete: false, out var code))
            return false;
        for (var at = 0; at < lengths.Length;)
        {
            var (value, times) = NextLength(code, lengths[..at]);
            if (value < 0 || times > lengths.Length - at)
                return false;
            lengths.Slice(at, times).Fill((byte)value);
            at += times;
        }

        return true;
    }

    (int Value, int Times) NextLength(scoped Huffman code, scoped ReadOnlySpan<byte> before)
    {
        var symbol = Read(code);
        if (symbol is < 0 or < 16)
            return (symbol, 1);
        var (width, least) = symbol switch
        {
            16 => (2, 3),
            17 => (3, 3),
            _ => (7, 11),
        };
        var more = bits.Read(width);
        if (more < 0 || (symbol == 16 && before.IsEmpty))
            return (-1, 0);
        return (symbol == 16 ? before[^1] : 0, least + more);
    }

    bool Block(scoped ReadOnlySpan<byte> literalLengths, scoped ReadOnlySpan<byte> distanceLengths)
    {
        Span<ushort> room = stackalloc ushort[(2 * (Huffman.MaxBits + 1)) + LiteralCodes + DistanceCodes];
        var symbols = room[(2 * (Huffman.MaxBits + 1))..];
        return Huffman.TryMake(literalLengths, room[..(Huffman.MaxBits + 1)], symbols[..LiteralCodes], false, out var literals)
            && Huffman.TryMake(
                distanceLengths, room.Slice(Huffman.MaxBits + 1, Huffman.MaxBits + 1), symbols[LiteralCodes..], true, out var distances)
            && Expand(literals, distances);
    }

    bool Expand(scoped Huffman literals, scoped Huffman distances)
    {
        while (true)
        {
            var symbol = Read(literals);
            if (symbol == EndOfBlock)
                return true;
            if (symbol < 0 || written == output.Length)
                return false;
            if (symbol < EndOfBlock)
                output[written++] = (byte)symbol;
            else if (!Repeat(symbol - EndOfBlock - 1, distances))
                return false;
        }
    }

    // One symbol, or -1 if the bits end or are no word of the code.
    int Read(scoped Huffman huffman)
    {
        int code = 0, first = 0, index = 0;
        for (var length = 1; length <= Huffman.MaxBits; length++)
        {
            var bit = bits.Read(1);
            if (bit < 0)
                return -1;
            code |= bit;
            int count = huffman.Counts[length];
            if (code - count < first)
                return huffman.Symbols[index + code - first];
            index += count;
            first = (first + count) << 1;
            code <<= 1;
        }

        return -1;
    }

    bool Repeat(int lengthCode, scoped Huffman distances)
    {
        if (lengthCode >= LengthBases.Length || bits.Read(LengthExtras[lengthCode]) is not (var more and >= 0))
            return false;
        var distanceCode = Read(distances);
        if (distanceCode is < 0 or >= MaxDistances || bits.Read(DistanceExtras[distanceCode]) is not (var further and >= 0))
            return false;

        var length = LengthBases[lengthCode] + more;
        var distance = DistanceBases[distanceCode] + further;
        if (distance > written || length > output.Length - written)
            return false;
        for (var end = written + length; written < end; written++)
            output[written] = output[written - distance];
        return true;
    }
}
