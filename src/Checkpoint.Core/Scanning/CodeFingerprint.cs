using System.Security.Cryptography;

namespace Checkpoint.Scanning;

/// <summary>Tells two codes apart without keeping what they say: the first 8 bytes of the payload's SHA-256.</summary>
/// <param name="Value">The 8 bytes.</param>
public readonly record struct CodeFingerprint(ulong Value)
{
    /// <summary>The fingerprint of a symbol.</summary>
    public static CodeFingerprint Of(Symbol symbol)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(symbol.Bytes.Span, hash);
        return new(System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(hash));
    }
}
