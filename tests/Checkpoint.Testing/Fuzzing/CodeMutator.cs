using System.Buffers.Text;
using System.IO.Compression;
using System.Numerics;
using Checkpoint.Passes;

namespace Checkpoint.Testing.Fuzzing;

/// <summary>Makes bad codes of good ones, at every layer that a code has.</summary>
/// <param name="random">Seeded: the same run makes the same codes.</param>
sealed class CodeMutator(Random random)
{
    // The order of P-256 (SEC 2, section 2.4.2): n - s is another signature of the same bytes.
    static readonly BigInteger Order = BigInteger.Parse(
        "0FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", System.Globalization.NumberStyles.HexNumber,
        System.Globalization.CultureInfo.InvariantCulture);

    static readonly byte[][] Heads = [[0xD2, 0x84], [0x84], [0xD8, 0x3D, 0xD2, 0x84], [0xD2, 0x98, 4], [0xD2, 0x9F], [0xD2, 0xD2, 0x84], [0xD2, 0x85], [0xD8, 0x3D, 0x84]];

    readonly TextMutations text = new(random);
    readonly ByteMutations bytes = new(random);

    /// <summary>Makes one.</summary>
    /// <param name="seed">The good code.</param>
    /// <param name="other">Another good code, to mix it with.</param>
    public Mutant Make(CodeSeed seed, CodeSeed other) => (random.Next(4), seed.Said.Profile) switch
    {
        (0, _) => text.Make(seed.Text),
        (_, PassProfile.Gp1) => Gp1Bytes(seed.Text),
        (1, PassProfile.Hc1) => Compressed(seed.Text),
        (2, PassProfile.Hc1) => Enveloped(seed.Envelope),
        (_, PassProfile.Hc1) => Rebuilt(CoseParts.Of(seed.Envelope)),
        (1, PassProfile.Shc) => Parts(seed.Text, other),
        (_, PassProfile.Shc) => Token(ShcDigits.TokenOf(seed.Text)),
        _ => text.Make(seed.Text),
    };

    Mutant Gp1Bytes(string code)
    {
        Base45.TryDecode(code.AsSpan(Gp1.Prefix.Length), out var plain);
        if (random.Next(50) == 0)
            return new("respelled: n - s", Gp1.Prefix + Base45.Encode([.. plain[..^64], .. Negated(plain[^64..])]));
        var (kind, bad) = bytes.Make(plain);
        return new("pass: " + kind, Gp1.Prefix + Base45.Encode(bad));
    }

    Mutant Compressed(string code)
    {
        Base45.TryDecode(code.AsSpan(4), out var plain);
        var (kind, bad) = bytes.Make(plain);
        return new("zlib: " + kind, "HC1:" + Base45.Encode(bad));
    }

    Mutant Enveloped(byte[] envelope)
    {
        if (random.Next(50) == 0)
            return new("respelled: compressed anew", CoseParts.Code(envelope, random.Next(2) == 0 ? CompressionLevel.Fastest : CompressionLevel.NoCompression));
        var (kind, bad) = bytes.Make(envelope);
        return new("cbor: " + kind, CoseParts.Code(bad));
    }

    Mutant Rebuilt(CoseParts parts) => random.Next(9) switch
    {
        0 => Join("cose: other head", parts, Heads[random.Next(Heads.Length)]),
        1 => Join("cose: uncovered key twice", parts with { Free = [0xA2, 0x04, 0x41, 1, 0x04, 0x41, 2] }),
        2 => Join("cose: uncovered stranger", parts with { Free = [0xA1, (byte)random.Next(5, 24), (byte)random.Next(24)] }),
        3 => Join("cose: other uncovered key", parts with { Free = [0xA1, 0x04, 0x43, 0x66, 0x6F, 0x6F] }),
        4 => Join("cose: covered bits", parts with { Covered = parts.Covered.Length > 0 ? bytes.Flipped(parts.Covered) : [0xA0] }),
        5 => Join("cose: payload bits", parts with { Payload = bytes.Flipped(parts.Payload) }),
        6 => Join("cose: claim twice", parts with { Payload = Doubled(parts.Payload) }),
        7 when parts.Signature.Length == 64 => Join("respelled: n - s", parts with { Signature = Negated(parts.Signature) }),
        _ => Join("cose: signature bits", parts with { Signature = bytes.Flipped(parts.Signature) }),
    };

    static Mutant Join(string kind, CoseParts parts, byte[]? head = null) => new(kind, CoseParts.Code(parts.Join(head ?? Heads[0])));

    Mutant Token(string token)
    {
        var pieces = token.Split('.');
        var at = random.Next(3);
        if (at == 2 && random.Next(4) == 0)
            return new("respelled: n - s", ShcDigits.Code($"{pieces[0]}.{pieces[1]}.{Base64Url.EncodeToString(Negated(Base64Url.DecodeFromChars(pieces[2])))}"));
        var (kind, bad) = bytes.Make(Base64Url.DecodeFromChars(pieces[at]));
        pieces[at] = Base64Url.EncodeToString(bad);
        return new("jws: " + kind, ShcDigits.Codes(string.Join('.', pieces)));
    }

    // Parts in any order, missing, of two cards, with other numbers.
    Mutant Parts(string code, CodeSeed other)
    {
        var parts = ShcDigits.Split(ShcDigits.TokenOf(code), random.Next(2, 6)).ToArray();
        var kind = random.Next(5);
        if (kind == 0 && other.Said.Profile == PassProfile.Shc)
            parts[^1] = ShcDigits.Split(ShcDigits.TokenOf(other.Text), parts.Length)[^1];
        else if (kind == 1)
            parts = parts[1..];
        else if (kind == 2)
            parts[0] = parts[0].Replace("/1/", $"/{random.Next(40)}/", StringComparison.Ordinal);
        else if (kind == 3)
            parts[0] = text.Make(parts[0]).Texts[0];
        else
            random.Shuffle(parts);
        return new(kind == 4 ? "respelled: parts in any order" : "parts: wrong", parts);
    }

    // The first claim once more, and the count that goes with it.
    static byte[] Doubled(byte[] map) => map[0] is > 0xA0 and < 0xB6 ? [(byte)(map[0] + 1), map[1], 0x00, .. map[1..]] : [0xA0];

    static byte[] Negated(byte[] signature)
    {
        var s = Order - new BigInteger(signature.AsSpan(32), isUnsigned: true, isBigEndian: true);
        var bad = signature.ToArray();
        bad.AsSpan(32).Clear();
        var written = s.ToByteArray(isUnsigned: true, isBigEndian: true);
        written.CopyTo(bad, bad.Length - written.Length);
        return bad;
    }
}
