using System.Security.Cryptography;
using Checkpoint.Bundles;

#pragma warning disable CA2000 // the root lives as long as the program
namespace Checkpoint.Hosting.Bundles;

/// <summary>The county's root key as a PEM file: what a box trusts first, and all other trust comes from.</summary>
public static class RootFile
{
    /// <summary>Reads the public key.</summary>
    /// <exception cref="InvalidDataException">The file is missing, holds a private key, or no public key on P-256.</exception>
    public static BundleSigner Read(string path)
    {
        var pem = ReadText(path);

        // Whoever carries the box away must not be able to sign for the county.
        if (pem.Contains("PRIVATE KEY", StringComparison.Ordinal))
            throw new InvalidDataException($"{path}: 这是私钥，请换成公钥。 A private key: it stays with the county, offline; put only the public key (root.pem) here.");

        return TryImport(pem) is { } key
            ? BundleSigner.Root(key)
            : throw new InvalidDataException($"{path}: 不是 P-256 公钥（PEM）。 Not a public key on P-256 in PEM: copy the county's root.pem.");
    }

    static ECDsa? TryImport(string pem)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            if (PublicKey.IsP256(key))
                return key;
        }
        catch (Exception error) when (error is ArgumentException or CryptographicException or PlatformNotSupportedException)
        {
            // The caller says it.
        }

        key.Dispose();
        return null;
    }

    static string ReadText(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{path}: {error.Message}", error);
        }
    }
}
