using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Checkpoint.Sealing;

/// <summary>The key derivation of ECDH-ES: Concat KDF with SHA-256, one round (RFC 7518, section 4.6.2; NIST SP 800-56A, section 5.8.1).</summary>
static class ConcatKdf
{
    /// <summary>Derives a key.</summary>
    /// <param name="secret">The agreed secret Z.</param>
    /// <param name="algorithm">The content encryption, as agreement is direct.</param>
    /// <param name="producer">Agreement PartyUInfo (<c>apu</c>); empty if the header has none.</param>
    /// <param name="consumer">Agreement PartyVInfo (<c>apv</c>); empty if the header has none.</param>
    /// <param name="bits">Length of the key, at most 256.</param>
    public static byte[] Derive(ReadOnlySpan<byte> secret, string algorithm, ReadOnlySpan<byte> producer, ReadOnlySpan<byte> consumer, int bits)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, 1); // the round
        hash.AppendData(secret);
        AppendData(hash, Encoding.ASCII.GetBytes(algorithm));
        AppendData(hash, producer);
        AppendData(hash, consumer);
        Append(hash, bits);
        return hash.GetHashAndReset()[..(bits / 8)];
    }

    static void AppendData(IncrementalHash hash, ReadOnlySpan<byte> data)
    {
        Append(hash, data.Length);
        hash.AppendData(data);
    }

    static void Append(IncrementalHash hash, int number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        hash.AppendData(bytes);
    }
}
