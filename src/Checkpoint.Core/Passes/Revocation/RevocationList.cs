using System.Collections.Frozen;
using System.Security.Cryptography;

namespace Checkpoint.Passes.Revocation;

/// <summary>
/// The passes and whole keys that were taken back. A pass is named by the first 5 bytes of SHA-256(pass id ‖ key id), so that the list tells
/// nobody which passes there are.
/// </summary>
/// <remarks>
/// A pass that was not taken back hits by chance with a probability of n ÷ 2⁴⁰: 3.6 × 10⁻⁹ where its key has 4,000 entries, 9.1 × 10⁻⁸ with
/// 100,000. That is one reason why a hit is never called forged.
/// </remarks>
public sealed class RevocationList
{
    /// <summary>Bytes kept of each hash.</summary>
    public const int PrefixBytes = 5;

    /// <summary>No list yet: nothing is taken back.</summary>
    public static RevocationList Empty { get; } =
        new(0, DateTimeOffset.UnixEpoch, new Dictionary<(PassProfile Profile, KeyId Id), RevokedPasses>());

    /// <summary>Makes a list.</summary>
    /// <param name="version">Rises with each list; 0 for no list.</param>
    /// <param name="issued">When it was signed, UTC.</param>
    /// <param name="keys">What is taken back, by the key that signed it.</param>
    public RevocationList(
        int version, DateTimeOffset issued, IEnumerable<KeyValuePair<(PassProfile Profile, KeyId Id), RevokedPasses>> keys)
    {
        Version = version;
        Issued = issued;
        Keys = keys.ToFrozenDictionary();
    }

    /// <summary>Rises with each list; 0 for no list.</summary>
    public int Version { get; }

    /// <summary>When it was signed, UTC.</summary>
    public DateTimeOffset Issued { get; }

    /// <summary>Changes that were applied since the last whole list.</summary>
    public int Deltas { get; init; }

    /// <summary>What is taken back, by the key that signed it.</summary>
    public FrozenDictionary<(PassProfile Profile, KeyId Id), RevokedPasses> Keys { get; }

    /// <summary>Single passes on the list.</summary>
    public int Count => Keys.Values.Sum(key => key.Passes.Count);

    /// <summary>What a pass is named by: SHA-256(pass id, 8 bytes big-endian ‖ key id in UTF-8).</summary>
    public static byte[] Hash(PassId pass, KeyId key)
    {
        var hash = new byte[SHA256.HashSizeInBytes];
        Hash(pass, key, hash);
        return hash;
    }

    /// <summary>Whether a pass is taken back, by itself or with its key. Allocates nothing.</summary>
    public bool IsRevoked(PassProfile profile, PassClaims claims)
    {
        if (!Keys.TryGetValue((profile, claims.Key), out var key))
            return false;
        if (key.IsWithdrawn)
            return true;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Hash(claims.Id, claims.Key, hash);
        return key.Passes.Contains(hash);
    }

    static void Hash(PassId pass, KeyId key, Span<byte> hash)
    {
        Span<byte> name = stackalloc byte[PassName.MaxBytes];
        SHA256.HashData(name[..PassName.Write(pass, key, name)], hash);
    }
}
