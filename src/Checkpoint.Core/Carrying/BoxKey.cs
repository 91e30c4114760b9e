using System.Security.Cryptography;
using Checkpoint.Bundles;

namespace Checkpoint.Carrying;

/// <summary>A box's public key as it travels in births and files: DER SubjectPublicKeyInfo (RFC 5280, 4.1.2.7) in base64.</summary>
public static class BoxKey
{
    const int MaxLength = 256; // a key on P-256 takes 124

    /// <summary>Writes a key.</summary>
    public static string Of(ECDsa key) => Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());

    /// <summary>Reads a key.</summary>
    /// <param name="text">From anybody; one key has one spelling.</param>
    /// <returns>The key, owned by the caller, or null if it is none on P-256.</returns>
    public static ECDsa? TryRead(string? text)
    {
        var bytes = new byte[MaxLength];
        return text is { Length: <= MaxLength } && Convert.TryFromBase64String(text, bytes, out var length)
            && string.Equals(Convert.ToBase64String(bytes.AsSpan(..length)), text, StringComparison.Ordinal)
                ? PublicKey.TryReadP256(bytes.AsSpan(..length))
                : null;
    }

    /// <summary>The key's fingerprint (<see cref="PublicKey.Fingerprint"/>), or null if it is no such key.</summary>
    public static string? TryFingerprint(string? text)
    {
        using var key = TryRead(text);
        return key is null ? null : PublicKey.Fingerprint(key);
    }
}
