using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using Checkpoint.Bundles;

namespace Checkpoint.Carrying;

/// <summary>A signed file as a sequence of QR codes: the signer's fingerprint (32 bytes), the signature (64), the payload.</summary>
public static class CarryCodes
{
    const int SignerBytes = 32;
    const int SignatureBytes = 64;

    /// <summary>Cuts a file of entries into codes.</summary>
    /// <param name="file">What <see cref="RecordsFile.Sign"/> has made.</param>
    /// <returns>The codes, or none if there would be more than <see cref="CarryCode.MaxOf"/>.</returns>
    /// <exception cref="FormatException">It is no such file.</exception>
    public static ImmutableArray<CarryCode> Split(ReadOnlyMemory<byte> file)
    {
        var envelope = BundleEnvelope.TryRead(file, RecordsFile.Type, RecordsFile.MaxFileBytes, out _) ?? throw new FormatException("No file of entries.");
        byte[] whole = [.. Convert.FromHexString(envelope.Signer), .. envelope.Signature.Span, .. envelope.Payload.Span];
        var of = (whole.Length + CarryCode.MaxContent - 1) / CarryCode.MaxContent;
        return of > CarryCode.MaxOf
            ? []
            : [.. whole.Chunk(CarryCode.MaxContent).Select((content, i) => new CarryCode(SetOf(whole), i + 1, of, content))];
    }

    /// <summary>Puts the file together again.</summary>
    /// <param name="parts">Every code's content, in order.</param>
    /// <param name="set">The sequence that they say they are.</param>
    /// <returns>The file, its signature not checked; null if the parts are not of one file.</returns>
    internal static byte[]? Join(IEnumerable<ReadOnlyMemory<byte>> parts, uint set)
    {
        byte[] whole = [.. parts.SelectMany(part => part.ToArray())];
        return whole.Length > SignerBytes + SignatureBytes && SetOf(whole) == set
            ? BundleEnvelope.Spell(
                Convert.ToHexStringLower(whole.AsSpan(..SignerBytes)),
                RecordsFile.Type,
                whole.AsSpan((SignerBytes + SignatureBytes)..),
                whole.AsSpan(SignerBytes, SignatureBytes))
            : null;
    }

    static uint SetOf(ReadOnlySpan<byte> whole)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(whole, hash);
        return BinaryPrimitives.ReadUInt32BigEndian(hash);
    }
}
