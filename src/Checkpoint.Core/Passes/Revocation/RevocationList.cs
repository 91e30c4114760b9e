using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Checkpoint.Wire;

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
        Keys = keys.ToDictionary();
    }

    /// <summary>Rises with each list; 0 for no list.</summary>
    public int Version { get; }

    /// <summary>When it was signed, UTC.</summary>
    public DateTimeOffset Issued { get; }

    /// <summary>Changes that were applied since the last whole list.</summary>
    public int Deltas { get; init; }

    /// <summary>What is taken back, by the key that signed it.</summary>
    public IReadOnlyDictionary<(PassProfile Profile, KeyId Id), RevokedPasses> Keys { get; }

    /// <summary>
    /// SHA-256 of what is taken back, 64 lower-case hexadecimal digits: a list that was brought up by changes has the same as the whole one. Over
    /// each key in order of profile and key id: <c>profile NUL kid NUL 0|1 NUL</c>, the number of passes as decimal digits, <c>NUL</c>, the passes.
    /// </summary>
    public string Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (key, revoked) in Keys.Where(pair => pair.Value.IsWithdrawn || pair.Value.Passes.Count > 0).OrderBy(pair => pair.Key, ByName))
        {
            var head = string.Create(
                CultureInfo.InvariantCulture,
                $"{WireName<PassProfile>.Of(key.Profile)}\0{key.Id}\0{(revoked.IsWithdrawn ? 1 : 0)}\0{revoked.Passes.Count}\0");
            hash.AppendData(Encoding.UTF8.GetBytes(head));
            hash.AppendData(revoked.Passes.Bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The order in which keys are written.</summary>
    internal static IComparer<(PassProfile Profile, KeyId Id)> ByName { get; } = Comparer<(PassProfile Profile, KeyId Id)>.Create(
        (a, b) => a.Profile != b.Profile ? a.Profile.CompareTo(b.Profile) : string.CompareOrdinal(a.Id.Value, b.Id.Value));

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
