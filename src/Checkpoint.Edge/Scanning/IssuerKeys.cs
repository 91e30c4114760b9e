using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using Checkpoint.Passes;

namespace Checkpoint.Edge.Scanning;

/// <summary>The issuing keys that this box trusts, read from a folder at start.</summary>
sealed class IssuerKeys : IDisposable
{
    readonly FrozenDictionary<KeyId, ECDsa> keys;

    IssuerKeys(FrozenDictionary<KeyId, ECDsa> keys) => this.keys = keys;

    /// <summary>The keys by their id.</summary>
    public IReadOnlyDictionary<KeyId, ECDsa> ById => keys;

    /// <summary>Reads every <c>KKKK.pem</c> of a folder.</summary>
    /// <exception cref="InvalidDataException">The folder is missing or empty, or a file is not a P-256 public key named by its id.</exception>
    public static IssuerKeys Read(string folder)
    {
        if (!Directory.Exists(folder))
            throw new InvalidDataException($"Passes:Keys = {folder}: no such folder. Put the issuing keys there, one KKKK.pem each.");
        var found = Directory.EnumerateFiles(folder, "*.pem").ToFrozenDictionary(IdOf, ReadKey);
        return found.Count > 0
            ? new(found)
            : throw new InvalidDataException($"Passes:Keys = {folder}: no *.pem in it. Put the issuing keys there, one KKKK.pem each.");
    }

    /// <summary>Gives the keys back.</summary>
    public void Dispose()
    {
        foreach (var key in keys.Values)
            key.Dispose();
    }

    static KeyId IdOf(string file) =>
        ushort.TryParse(Path.GetFileNameWithoutExtension(file), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var id)
            ? new(id)
            : throw new InvalidDataException($"{file}: expected a name of four hexadecimal digits, such as 0001.pem.");

    static ECDsa ReadKey(string file)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(file));
            if (key.KeySize != 256)
                throw new InvalidDataException($"{file}: expected a P-256 public key, found {key.KeySize} bits.");
            return key;
        }
        catch (Exception error) when (error is ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw new InvalidDataException($"{file}: not a public key in PEM.", error);
        }
    }
}
