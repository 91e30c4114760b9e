using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Checkpoint.Bundles;
using Checkpoint.Passes.Trust;

namespace Checkpoint.Hub.Passes;

/// <summary>
/// Keys as files. <c>NAME.key.pem</c> is the private key (PKCS#8), readable by its owner alone and never written over. <c>NAME.json</c> beside
/// it is what the trust list is to say of the public one; <c>root.pem</c> is the root's public key.
/// </summary>
static class KeyFiles
{
    const string PrivateEnd = ".key.pem";
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>A new key on P-256.</summary>
    public static ECDsa New() => ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>Writes a private key.</summary>
    /// <returns>The file.</returns>
    /// <exception cref="IOException">There is one of that name, or it cannot be written.</exception>
    public static string WritePrivate(string folder, string name, ECDsa key)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, name + PrivateEnd);
        using var file = new FileStream(
            path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnerOnly });
        using var text = new StreamWriter(file);
        text.WriteLine(key.ExportPkcs8PrivateKeyPem());
        return path;
    }

    /// <summary>Writes what the trust list is to say of a key.</summary>
    /// <returns>The file.</returns>
    public static string WriteEntry(string folder, string name, TrustList parts)
    {
        var path = Path.Combine(folder, name + ".json");
        using var file = new FileStream(path, FileMode.CreateNew);
        using var json = new Utf8JsonWriter(file, new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        TrustPayload.Write(json, parts);
        json.WriteEndObject();
        return path;
    }

    /// <summary>Reads a private key.</summary>
    /// <exception cref="InvalidDataException">It is none on P-256, or others can read it.</exception>
    public static ECDsa ReadPrivate(FileInfo file)
    {
        if ((file.UnixFileMode & ~(OwnerOnly | UnixFileMode.UserExecute)) != UnixFileMode.None)
            throw new InvalidDataException($"{file.Name}: 他人可读，请先 chmod 600。 Others can read this private key: chmod 600 it, and think about making a new one.");
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(file.FullName));
            if (PublicKey.IsP256(key) && key.ExportParameters(includePrivateParameters: true).D is not null)
                return key;
        }
        catch (Exception error) when (error is ArgumentException or CryptographicException)
        {
            // Said below.
        }

        key.Dispose();
        throw new InvalidDataException($"{file.Name}: 不是 P-256 私钥。 Not a private key on P-256, as keygen makes it.");
    }

    /// <summary>Reads what the trust list is to say of a key.</summary>
    /// <exception cref="InvalidDataException">It cannot be read.</exception>
    public static TrustList ReadEntry(FileInfo file) => TrustPayload.TryReadParts(File.ReadAllBytes(file.FullName), out var problem)
        ?? throw new InvalidDataException($"{file.Name}: 密钥说明有误。 The key's description is not right: {problem}");

    /// <summary>The description beside a private key of an issuer.</summary>
    /// <exception cref="InvalidDataException">There is none, or it is another key's.</exception>
    public static IssuerKey EntryOf(FileInfo privateKey, ECDsa key)
    {
        var beside = new FileInfo(privateKey.FullName.EndsWith(PrivateEnd, StringComparison.Ordinal)
            ? privateKey.FullName[..^PrivateEnd.Length] + ".json"
            : privateKey.FullName + ".json");
        if (!beside.Exists)
            throw new InvalidDataException($"{beside.Name}: 缺少密钥说明。 The key's description is missing: it belongs beside the key.");
        return ReadEntry(beside).Keys.FirstOrDefault(
            entry => string.Equals(entry.Fingerprint, PublicKey.Fingerprint(key), StringComparison.Ordinal))
            ?? throw new InvalidDataException($"{beside.Name}: 与密钥不符。 Describes another key.");
    }
}
