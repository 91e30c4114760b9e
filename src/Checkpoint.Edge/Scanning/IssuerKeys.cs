using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using Checkpoint.Passes;
using Checkpoint.Passes.Trust;

namespace Checkpoint.Edge.Scanning;

/// <summary>The issuing keys that this box trusts, read from a folder at start.</summary>
sealed class IssuerKeys : IDisposable
{
    const string P256 = "1.2.840.10045.3.1.7"; // RFC 5480, section 2.1.1.1

    readonly FrozenDictionary<KeyId, ECDsa> keys;

    IssuerKeys(FrozenDictionary<KeyId, ECDsa> keys) => this.keys = keys;

    /// <summary>The keys as a trust list without version or dates.</summary>
    public TrustList ToTrustList() => new(0, DateTimeOffset.UnixEpoch, keys.Select(entry => new IssuerKey(
        PassProfile.Gp1, entry.Key, entry.Value, DateTimeOffset.MinValue, DateTimeOffset.MaxValue)));

    /// <summary>Reads every <c>KKKK.pem</c> of a folder.</summary>
    /// <exception cref="InvalidDataException">
    /// The folder is missing or empty, or a file cannot be read, is not a P-256 public key, or is not named by an id of its own.
    /// </exception>
    public static IssuerKeys Read(string folder)
    {
        if (!Directory.Exists(folder))
            throw new InvalidDataException($"Passes:Keys = {folder}: no such folder. Put the issuing keys there, one KKKK.pem each.");

        var found = new Dictionary<KeyId, ECDsa>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.pem").Order(StringComparer.Ordinal))
        {
            if (!found.TryAdd(IdOf(file), ReadKey(file)))
                throw new InvalidDataException($"{file}: another file has the same id.");
        }

        return found.Count > 0
            ? new(found.ToFrozenDictionary())
            : throw new InvalidDataException($"Passes:Keys = {folder}: no *.pem in it. Put the issuing keys there, one KKKK.pem each.");
    }

    /// <summary>Gives the keys back.</summary>
    public void Dispose()
    {
        foreach (var key in keys.Values)
            key.Dispose();
    }

    static KeyId IdOf(string file) =>
        Path.GetFileNameWithoutExtension(file) is { Length: 4 } name
        && ushort.TryParse(name, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var id)
            ? KeyId.Of(id)
            : throw new InvalidDataException($"{file}: expected a name of four hexadecimal digits, such as 0001.pem.");

    static ECDsa ReadKey(string file)
    {
        var pem = ReadText(file);

        // Whoever carries the box away must not be able to issue passes.
        if (pem.Contains("PRIVATE KEY", StringComparison.Ordinal))
            throw new InvalidDataException($"{file}: a private key. It belongs with the issuer; put only the public key here.");

        var key = Import(pem, file);
        if (string.Equals(key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value, P256, StringComparison.Ordinal))
            return key;
        key.Dispose();
        throw new InvalidDataException($"{file}: expected a P-256 public key, found one on another curve.");
    }

    static string ReadText(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{file}: {error.Message}", error);
        }
    }

    static ECDsa Import(string pem, string file)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            return key;
        }
        catch (Exception error) when (error is ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw new InvalidDataException($"{file}: not a public key in PEM.", error);
        }
    }
}
