using System.Security.Cryptography;
using System.Text;
using Checkpoint.Passes.Trust;

namespace Checkpoint.Sealing;

/// <summary>Opens what was sealed to the hub, with the hub's private key alone. Not thread-safe.</summary>
public sealed class OpeningKey : IDisposable
{
    readonly ECDiffieHellman hub;

    /// <summary>Makes the private key ready.</summary>
    /// <param name="key">Private key on P-256; stays the caller's.</param>
    public OpeningKey(ECDsa key)
    {
        Id = HubKey.IdOf(key);
        hub = ECDiffieHellman.Create(key.ExportParameters(includePrivateParameters: true));
    }

    /// <summary>Its name, as sealed texts have it.</summary>
    public string Id { get; }

    /// <summary>Opens a sealed text from anybody: never throws for what it may hold.</summary>
    /// <param name="token">The text.</param>
    /// <param name="fault">Why it cannot be opened, or <see cref="OpenFault.None"/>.</param>
    /// <returns>The fields, or null.</returns>
    public PersonalFields? TryOpen(string token, out OpenFault fault)
    {
        if (token.Length > CompactJwe.MaxLength || CompactJwe.TryRead(Encoding.UTF8.GetBytes(token)) is not { } jwe)
            return Fault(OpenFault.NotSealed, out fault);
        if (!string.Equals(jwe.KeyId, Id, StringComparison.Ordinal))
            return Fault(OpenFault.OtherKey, out fault);
        if (TryDecrypt(jwe) is not { } plain)
            return Fault(OpenFault.Damaged, out fault);
        var fields = PersonalFieldsJson.TryRead(plain);
        fault = fields is null ? OpenFault.NotFields : OpenFault.None;
        return fields;
    }

    /// <inheritdoc/>
    public void Dispose() => hub.Dispose();

    byte[]? TryDecrypt(CompactJwe jwe)
    {
        try
        {
            // The point is checked to be on the curve when it is imported.
            using var ephemeral = ECDiffieHellman.Create(new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = new() { X = jwe.X.ToArray(), Y = jwe.Y.ToArray() },
            });
            using var aes = new AesGcm(SealingKey.Agree(hub, ephemeral.PublicKey), CompactJwe.TagBytes);
            var plain = new byte[jwe.Ciphertext.Length];
            aes.Decrypt(jwe.Nonce.Span, jwe.Ciphertext.Span, jwe.Tag.Span, plain, Encoding.ASCII.GetBytes(jwe.Header));
            return plain;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    static PersonalFields? Fault(OpenFault why, out OpenFault fault)
    {
        fault = why;
        return null;
    }
}
