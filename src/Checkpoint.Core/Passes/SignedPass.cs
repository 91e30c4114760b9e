using System.Security.Cryptography;
using Checkpoint.Passes.Trust;

namespace Checkpoint.Passes;

/// <summary>A signed pass taken apart; nothing is proven yet.</summary>
/// <param name="Profile">What it is.</param>
/// <param name="Key">The key that it names.</param>
/// <param name="Algorithm">How it says that it is signed.</param>
/// <param name="Covered">The bytes that the signature covers.</param>
/// <param name="Signature">The signature.</param>
sealed record SignedPass(
    PassProfile Profile, KeyId Key, SignatureAlgorithm Algorithm, ReadOnlyMemory<byte> Covered, ReadOnlyMemory<byte> Signature)
{
    /// <summary>The issuer that it names, where the profile has one.</summary>
    public string? Issuer { get; init; }

    /// <summary>Whether key and issuer must belong together, so that nobody signs in another's name.</summary>
    public bool IsBoundToIssuer { get; init; }

    /// <summary>What it says; null if it lacks what a pass must say.</summary>
    public PassClaims? Claims { get; init; }

    /// <summary>When it is good; only with <see cref="Claims"/>.</summary>
    public ValidityWindow Window { get; init; }

    /// <summary>What a health certificate is about, for keys with purposes.</summary>
    public CertificateKinds Kinds { get; init; }

    /// <summary>Everything that it says.</summary>
    public PassDocument? Document { get; init; }

    /// <summary>The name that its issuer's own revocation list would give it (<c>rid</c>); null if none.</summary>
    public string? RevocationName { get; init; }

    /// <summary>Whether a key on the list is one that this pass names.</summary>
    public bool Names(IssuerKey key) => !IsBoundToIssuer || key.Issuer is null || string.Equals(key.Issuer, Issuer, StringComparison.Ordinal);

    /// <summary>Whether a key made the signature.</summary>
    public bool IsSignedBy(IssuerKey key) => (key.Key, Algorithm) switch
    {
        (ECDsa ecdsa, SignatureAlgorithm.Es256) => ecdsa.VerifyData(
            Covered.Span, Signature.Span, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation),
        (RSA rsa, SignatureAlgorithm.Ps256) => rsa.VerifyData(
            Covered.Span, Signature.Span, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
        _ => false,
    };
}
