using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Checkpoint.Passes.Trust;
using PublicKey = Checkpoint.Bundles.PublicKey;

#pragma warning disable CA2000 // the entry owns the key
namespace Checkpoint.Passes.Hc1;

/// <summary>From a document signer's certificate to an entry of the trust list. Only whoever makes the list has the certificate.</summary>
public static class Hc1Issuer
{
    /// <summary>Bytes of a key id: the beginning of the certificate's SHA-256 (hcert-spec 1.0.5, section 3.3.1).</summary>
    public const int KeyIdBytes = 8;

    /// <summary>Makes an entry. Its id is the certificate's own, so a pass that names another key never fits it.</summary>
    /// <param name="certificate">X.509, DER or PEM.</param>
    /// <returns>The entry; its key is the caller's to dispose of.</returns>
    /// <exception cref="CryptographicException">Not a certificate, or its key is none that a list takes (<see cref="PublicKey.TryRead"/>).</exception>
    public static IssuerKey FromCertificate(ReadOnlySpan<byte> certificate)
    {
        using var x509 = X509CertificateLoader.LoadCertificate(certificate);
        var digest = SHA256.HashData(x509.RawData);
        return new(PassProfile.Hc1, new(Convert.ToBase64String(digest.AsSpan(..KeyIdBytes))), KeyOf(x509), Utc(x509.NotBefore), Utc(x509.NotAfter))
        {
            Fingerprint = Convert.ToHexStringLower(digest),
            Issuer = x509.SubjectName.EnumerateRelativeDistinguishedNames()
                .FirstOrDefault(name => name.HasMultipleElements is false && name.GetSingleElementType().Value is "2.5.4.6")
                ?.GetSingleElementValue(),
            Purposes = PurposesOf(x509),
        };
    }

    static DateTimeOffset Utc(DateTime local) => new(local.ToUniversalTime());

    static AsymmetricAlgorithm KeyOf(X509Certificate2 x509) => PublicKey.TryRead(x509.PublicKey.ExportSubjectPublicKeyInfo())
        ?? throw new CryptographicException("Expected a certificate with a key on P-256 or P-384, or an RSA key of 2048 to 4096 bits.");

    static ImmutableArray<string> PurposesOf(X509Certificate2 x509) =>
        [.. x509.Extensions.OfType<X509EnhancedKeyUsageExtension>().SelectMany(usage => usage.EnhancedKeyUsages.Cast<Oid>().Select(oid => oid.Value!))];
}
