using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Checkpoint.Passes.Trust;

namespace Checkpoint.Passes.Hc1;

/// <summary>From a document signer's certificate to an entry of the trust list. Only whoever makes the list has the certificate.</summary>
public static class Hc1Issuer
{
    /// <summary>Bytes of a key id: the beginning of the certificate's SHA-256 (hcert-spec 1.0.5, section 3.3.1).</summary>
    public const int KeyIdBytes = 8;

    const int MinRsaBits = 2048;

    /// <summary>Makes an entry. Its id is the certificate's own, so a pass that names another key never fits it.</summary>
    /// <param name="certificate">X.509, DER.</param>
    /// <returns>The entry; its key is the caller's to dispose of.</returns>
    /// <exception cref="CryptographicException">Not a certificate, or its key is neither ECDSA nor RSA of at least 2048 bits.</exception>
    public static IssuerKey FromCertificate(ReadOnlySpan<byte> certificate)
    {
        using var x509 = X509CertificateLoader.LoadCertificate(certificate);
        return new(PassProfile.Hc1, IdOf(x509.RawData), KeyOf(x509), Utc(x509.NotBefore), Utc(x509.NotAfter))
        {
            Issuer = x509.SubjectName.EnumerateRelativeDistinguishedNames()
                .FirstOrDefault(name => name.HasMultipleElements is false && name.GetSingleElementType().Value is "2.5.4.6")
                ?.GetSingleElementValue(),
            Purposes = PurposesOf(x509),
        };
    }

    static KeyId IdOf(ReadOnlySpan<byte> certificate) => new(Convert.ToBase64String(SHA256.HashData(certificate).AsSpan(..KeyIdBytes)));

    static DateTimeOffset Utc(DateTime local) => new(local.ToUniversalTime());

    static AsymmetricAlgorithm KeyOf(X509Certificate2 x509)
    {
        if (x509.GetECDsaPublicKey() is { } ecdsa)
            return ecdsa;
        if (x509.GetRSAPublicKey() is { KeySize: >= MinRsaBits } rsa)
            return rsa;
        throw new CryptographicException("Expected a certificate with an ECDSA key, or an RSA key of at least 2048 bits.");
    }

    static ImmutableArray<string> PurposesOf(X509Certificate2 x509) =>
        [.. x509.Extensions.OfType<X509EnhancedKeyUsageExtension>().SelectMany(usage => usage.EnhancedKeyUsages.Cast<Oid>().Select(oid => oid.Value!))];
}
