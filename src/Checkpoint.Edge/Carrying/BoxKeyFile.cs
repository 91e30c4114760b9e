using System.Security.Cryptography;
using Checkpoint.Bundles;
using Checkpoint.Carrying;
using Checkpoint.Hosting.Files;

namespace Checkpoint.Edge.Carrying;

/// <summary>
/// The key that this box signs its entries with when they are carried by hand: made at the first start, readable by the box alone, never
/// sent. What cannot be read is kept beside it and another is made; the hub then asks a person.
/// </summary>
sealed class BoxKeyFile(CarryPlaces places, TimeProvider time, ILogger<BoxKeyFile> log)
{
    volatile string? known;

    /// <summary>The public key, made if there is none yet; null while the disk takes none. Never a reason for the gate to wait.</summary>
    public string? TryPublic()
    {
        try
        {
            return known ??= Open();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            log.BoxKeyFailed(error);
            return null;
        }
    }

    /// <summary>Reads the private key.</summary>
    /// <exception cref="InvalidDataException">There is none, or the file is none; the message says what to do.</exception>
    public static ECDsa Read(CarryPlaces places) => !File.Exists(places.Key)
        ? throw new InvalidDataException($"{places.Key}: 还没有密钥，请先启动一次卡点盒。 There is no key yet: start the box once.")
        : TryRead(places.Key) ?? throw new InvalidDataException($"{places.Key}: 密钥读不出，请重启卡点盒，它会另做一把。 The key cannot be read: restart the box, which makes another.");

    string Open()
    {
        if (File.Exists(places.Key))
        {
            using var kept = TryRead(places.Key);
            if (kept is not null)
                return BoxKey.Of(kept);
            File.Move(places.Key, $"{places.Key}.bad-{time.GetUtcNow().ToUnixTimeSeconds()}");
        }

        using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        DurableFile.WriteSecret(places.Key, System.Text.Encoding.ASCII.GetBytes(made.ExportPkcs8PrivateKeyPem() + "\n"));
        log.BoxKeyMade(PublicKey.Fingerprint(made));
        return BoxKey.Of(made);
    }

    static ECDsa? TryRead(string path)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(path));
            if (PublicKey.IsP256(key) && key.ExportParameters(includePrivateParameters: true).D is not null)
                return key;
        }
        catch (Exception error) when (error is ArgumentException or CryptographicException)
        {
            // The caller says it.
        }

        key.Dispose();
        return null;
    }
}
