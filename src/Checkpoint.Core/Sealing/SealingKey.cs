using System.Security.Cryptography;
using System.Text;
using Checkpoint.Passes.Trust;

namespace Checkpoint.Sealing;

/// <summary>
/// Seals personal fields to the hub: ECDH-ES direct with A256GCM (RFC 7518, sections 4.6 and 5.3). Whoever sealed them cannot open them once the ephemeral
/// key is gone. Not thread-safe.
/// </summary>
public sealed class SealingKey : IDisposable
{
    internal const string Encryption = "A256GCM";
    internal const int KeyBits = 256;

    readonly ECDiffieHellman hub;

    /// <summary>Makes the hub's key ready.</summary>
    /// <param name="key">A key of the trust list for <see cref="HubKeyUse.Seal"/>; stays the caller's.</param>
    public SealingKey(HubKey key)
    {
        Id = key.Id;
        hub = ECDiffieHellman.Create(key.Key.ExportParameters(includePrivateParameters: false));
    }

    /// <summary>Its name.</summary>
    public string Id { get; }

    /// <summary>Seals fields.</summary>
    /// <param name="fields">What is known of a person.</param>
    /// <param name="ephemeral">A new key on P-256, used once and disposed of by the caller at once.</param>
    /// <param name="nonce">12 random bytes.</param>
    /// <exception cref="CryptographicException">A key is not on P-256, or the platform's cryptography fails.</exception>
    /// <exception cref="ArgumentException"><paramref name="nonce"/> is not 12 bytes.</exception>
    public FieldSeal Seal(PersonalFields fields, ECDiffieHellman ephemeral, ReadOnlySpan<byte> nonce)
    {
        if (fields.IsEmpty)
            return FieldSeal.Nothing;
        var plain = PersonalFieldsJson.Write(fields);
        if (plain.Length > PersonalFields.MaxBytes)
            return new FieldSeal.Skipped(SealSkip.TooLong);
        try
        {
            return new FieldSeal.Closed(Seal(plain, ephemeral, nonce).ToString());
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => hub.Dispose();

    CompactJwe Seal(ReadOnlySpan<byte> plain, ECDiffieHellman ephemeral, ReadOnlySpan<byte> nonce)
    {
        var point = ephemeral.PublicKey.ExportParameters().Q;
        var (ciphertext, tag) = (new byte[plain.Length], new byte[CompactJwe.TagBytes]);
        var jwe = new CompactJwe(Id, point.X, point.Y, nonce.ToArray(), ciphertext, tag);
        var key = Agree(ephemeral, hub.PublicKey);
        using var aes = new AesGcm(key, CompactJwe.TagBytes);
        aes.Encrypt(nonce, plain, ciphertext, tag, Encoding.ASCII.GetBytes(jwe.Header));
        CryptographicOperations.ZeroMemory(key);
        return jwe;
    }

    /// <summary>The key that both sides come to.</summary>
    internal static byte[] Agree(ECDiffieHellman own, ECDiffieHellmanPublicKey theirs)
    {
        var secret = own.DeriveRawSecretAgreement(theirs);
        var key = ConcatKdf.Derive(secret, Encryption, producer: [], consumer: [], KeyBits);
        CryptographicOperations.ZeroMemory(secret);
        return key;
    }
}
