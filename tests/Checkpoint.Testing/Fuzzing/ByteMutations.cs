namespace Checkpoint.Testing.Fuzzing;

/// <summary>Changes to bytes: flipped bits, cuts, nesting, lengths that nothing holds.</summary>
/// <param name="random">Seeded.</param>
public sealed class ByteMutations(Random random)
{
    const int MostFlips = 4;
    const int DeepNesting = 1500;
    static readonly byte[] LongHeads = [0x5B, 0x7B, 0x9B, 0xBB, 0x5A, 0x7A, 0x9A, 0xBA, 0x5F, 0x7F, 0x9F, 0xBF];
    static readonly byte[] Nests = [0x81, 0xC1, 0xA1, 0x9F, 0xBF, 0xD2];

    /// <summary>Makes one.</summary>
    public (string Kind, byte[] Bytes) Make(byte[] bytes) => random.Next(6) switch
    {
        0 => ("a byte changed", With(bytes, at => bytes[at] = (byte)random.Next(256))),
        1 => ("cut", bytes[..random.Next(bytes.Length)]),
        2 => ("a huge length", HugeLength(bytes)),
        3 => ("nested", Nested(bytes)),
        4 => ("a piece twice", Twice(bytes)),
        _ => ("bits flipped", Flipped(bytes)),
    };

    /// <summary>One to four flipped bits.</summary>
    public byte[] Flipped(byte[] bytes)
    {
        var copy = bytes.ToArray();
        for (var flips = random.Next(1, MostFlips + 1); flips > 0; flips--)
            copy[random.Next(copy.Length)] ^= (byte)(1 << random.Next(8));
        return copy;
    }

    byte[] With(byte[] bytes, Action<int> change)
    {
        var at = random.Next(bytes.Length);
        var before = bytes[at];
        change(at);
        var copy = bytes.ToArray();
        bytes[at] = before;
        return copy;
    }

    byte[] HugeLength(byte[] bytes)
    {
        var at = random.Next(bytes.Length);
        byte[] length = random.Next(2) == 0 ? [0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF] : [0, 0, 0, 0, 0x7F, 0xFF, 0xFF, 0xFF];
        return [.. bytes[..at], LongHeads[random.Next(LongHeads.Length)], .. length, .. bytes[at..]];
    }

    byte[] Nested(byte[] bytes)
    {
        var at = random.Next(bytes.Length);
        var nest = new byte[random.Next(1, DeepNesting)];
        nest.AsSpan().Fill(Nests[random.Next(Nests.Length)]);
        return [.. bytes[..at], .. nest, .. bytes[at..]];
    }

    byte[] Twice(byte[] bytes)
    {
        var from = random.Next(bytes.Length);
        var to = Math.Min(bytes.Length, from + random.Next(1, 40));
        return [.. bytes[..to], .. bytes[from..to], .. bytes[to..]];
    }
}
