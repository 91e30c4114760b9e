using System.Security.Cryptography;

namespace Checkpoint.Bundles;

/// <summary>Public keys as they travel in lists: DER SubjectPublicKeyInfo (RFC 5280, 4.1.2.7).</summary>
public static class PublicKey
{
    /// <summary>The smallest RSA key that is taken, in bits.</summary>
    public const int MinRsaBits = 2048;

    /// <summary>The largest, as a check of a huge one would hold up the gate.</summary>
    public const int MaxRsaBits = 4096;

    const string P256 = "1.2.840.10045.3.1.7"; // RFC 5480, section 2.1.1.1
    const string P384 = "1.3.132.0.34";

    /// <summary>Reads a key: ECDSA on P-256 or P-384, or RSA of 2048 to 4096 bits.</summary>
    /// <returns>The key, owned by the caller, or null if the bytes are none.</returns>
    public static AsymmetricAlgorithm? TryRead(ReadOnlySpan<byte> spki) => TryReadEcdsa(spki, P256, P384) ?? (AsymmetricAlgorithm?)TryReadRsa(spki);

    /// <summary>Reads a key on P-256.</summary>
    /// <returns>The key, owned by the caller, or null if the bytes are none.</returns>
    public static ECDsa? TryReadP256(ReadOnlySpan<byte> spki) => TryReadEcdsa(spki, P256);

    /// <summary>Whether a key is on P-256, named and not spelt out.</summary>
    public static bool IsP256(ECDsa key) => string.Equals(CurveOf(key), P256, StringComparison.Ordinal);

    static string? CurveOf(ECDsa key) => key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value;

    static ECDsa? TryReadEcdsa(ReadOnlySpan<byte> spki, params ReadOnlySpan<string> curves)
    {
        var key = ECDsa.Create();
        if (Imports(key, spki) && CurveOf(key) is { } curve && curves.Contains(curve))
            return key;
        key.Dispose();
        return null;
    }

    /// <summary>
    /// SHA-256 of the key, 64 lower-case hexadecimal digits: its name among bundles. <c>openssl pkey -pubin -in FILE -outform DER | sha256sum</c>
    /// says the same.
    /// </summary>
    public static string Fingerprint(AsymmetricAlgorithm key) => Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));

    static RSA? TryReadRsa(ReadOnlySpan<byte> spki)
    {
        var key = RSA.Create();
        if (Imports(key, spki) && key.KeySize is >= MinRsaBits and <= MaxRsaBits)
            return key;
        key.Dispose();
        return null;
    }

    static bool Imports(AsymmetricAlgorithm key, ReadOnlySpan<byte> spki)
    {
        try
        {
            key.ImportSubjectPublicKeyInfo(spki, out var read);
            return read == spki.Length;
        }
        catch (Exception error) when (error is CryptographicException or PlatformNotSupportedException)
        {
            return false;
        }
    }
}
