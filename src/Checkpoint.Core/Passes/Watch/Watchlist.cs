using System.Collections.Immutable;
using System.Security.Cryptography;
using Checkpoint.Passes.Revocation;

namespace Checkpoint.Passes.Watch;

/// <summary>
/// The passes whose bearers somebody waits for, as the first 8 bytes of HMAC-SHA256(key, pass id ‖ key id). The key is made anew for each
/// list and travels in it: two lists cannot be compared, and nobody can say from a list who is on it without having the pass.
/// </summary>
public sealed class Watchlist
{
    /// <summary>Bytes of the key.</summary>
    public const int KeyBytes = 32;

    /// <summary>Bytes kept of each hash: 1,000 entries hit by chance once in 2 × 10¹⁶.</summary>
    public const int HashBytes = 8;

    readonly byte[] key;

    /// <summary>Makes a list.</summary>
    /// <param name="version">Rises with each list; 0 for no list.</param>
    /// <param name="issued">When it was signed, UTC.</param>
    /// <param name="key">32 random bytes.</param>
    /// <param name="batches">The passes.</param>
    public Watchlist(int version, DateTimeOffset issued, ReadOnlySpan<byte> key, ImmutableArray<WatchBatch> batches)
    {
        Version = version;
        Issued = issued;
        this.key = key.ToArray();
        Batches = batches;
    }

    /// <summary>No list yet: nobody is waited for.</summary>
    public static Watchlist Empty { get; } = new(0, DateTimeOffset.UnixEpoch, new byte[KeyBytes], []);

    /// <summary>Rises with each list; 0 for no list.</summary>
    public int Version { get; }

    /// <summary>When it was signed, UTC.</summary>
    public DateTimeOffset Issued { get; }

    /// <summary>The passes, as they were put on the list.</summary>
    public ImmutableArray<WatchBatch> Batches { get; }

    /// <summary>Passes on the list.</summary>
    public int Count => Batches.Sum(batch => batch.Passes.Count);

    internal ReadOnlySpan<byte> Key => key;

    /// <summary>What a pass is named by under a key.</summary>
    public static byte[] Hash(ReadOnlySpan<byte> key, PassId pass, KeyId issuer)
    {
        var hash = new byte[HMACSHA256.HashSizeInBytes];
        Hash(key, pass, issuer, hash);
        return hash;
    }

    /// <summary>Whether somebody waits for the bearer of a pass. Allocates nothing.</summary>
    public bool IsWatched(PassClaims claims, CheckTime time) => Find(claims, time) is not null;

    /// <summary>The batch that a pass is in, or null.</summary>
    public WatchBatch? Find(PassClaims claims, CheckTime time)
    {
        if (Batches.IsEmpty)
            return null;
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Hash(key, claims.Id, claims.Key, hash);
        foreach (var batch in Batches)
        {
            if (batch.Passes.Contains(hash) && batch.IsOpen(time))
                return batch;
        }

        return null;
    }

    static void Hash(ReadOnlySpan<byte> key, PassId pass, KeyId issuer, Span<byte> hash)
    {
        Span<byte> name = stackalloc byte[PassName.MaxBytes];
        HMACSHA256.HashData(key, name[..PassName.Write(pass, issuer, name)], hash);
    }
}
