using System.Security.Cryptography;

namespace Checkpoint.Bundles;

/// <summary>A bundle whose signature holds and whose signer may sign it.</summary>
/// <param name="Header">What it says of itself.</param>
/// <param name="Signer">Fingerprint of the key that signed it.</param>
/// <param name="Payload">The whole content, UTF-8 JSON.</param>
public sealed record SignedBundle(BundleHeader Header, string Signer, ReadOnlyMemory<byte> Payload)
{
    /// <summary>The most that is read: what the broker lets pass. A revocation list of 100,000 passes takes 0.9 of it.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>SHA-256 of the payload: the same content has the same, however often it is signed.</summary>
    public string Digest { get; } = Convert.ToHexStringLower(SHA256.HashData(Payload.Span));
}
