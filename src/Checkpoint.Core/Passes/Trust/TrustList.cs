using System.Collections.Immutable;
using Checkpoint.Bundles;

namespace Checkpoint.Passes.Trust;

/// <summary>The issuing keys that a box trusts. Being on the list is what makes a key valid.</summary>
public sealed class TrustList
{
    /// <summary>No key at all: every pass has an unknown issuer.</summary>
    public static TrustList Empty { get; } = new(0, DateTimeOffset.UnixEpoch, []);

    readonly Dictionary<(PassProfile Profile, KeyId Id), ImmutableArray<IssuerKey>> keys;

    /// <summary>Makes a list.</summary>
    /// <param name="version">Rises with each list; 0 for no list.</param>
    /// <param name="issued">When it was signed, UTC.</param>
    /// <param name="keys">The keys.</param>
    public TrustList(int version, DateTimeOffset issued, IEnumerable<IssuerKey> keys)
    {
        Version = version;
        Issued = issued;
        Keys = [.. keys];
        this.keys = Keys.GroupBy(key => (key.Profile, key.Id)).ToDictionary(group => group.Key, group => group.ToImmutableArray());
    }

    /// <summary>Rises with each list; 0 for no list.</summary>
    public int Version { get; }

    /// <summary>When it was signed, UTC.</summary>
    public DateTimeOffset Issued { get; }

    /// <summary>Every key.</summary>
    public ImmutableArray<IssuerKey> Keys { get; }

    /// <summary>The keys that may sign bundles of other kinds, beside the root.</summary>
    public ImmutableArray<BundleSigner> Signers { get; init; } = [];

    /// <summary>The hub's public keys, for sealing and for receipts.</summary>
    public ImmutableArray<HubKey> HubKeys { get; init; } = [];

    /// <summary>The keys that the hub signs receipts with, also those out of their time: a receipt is older than the look at it.</summary>
    public IEnumerable<HubKey> SigningKeys => HubKeys.Where(key => key.Use == HubKeyUse.Sign);

    /// <summary>
    /// The key that personal fields are sealed to: of those in use the newest. If none is in use the one nearest to it, as a list that nobody renewed or a
    /// clock that is wrong must not cost what was asked at the gate; the list is what takes a key out of use.
    /// </summary>
    /// <param name="at">When, UTC.</param>
    /// <returns>The key, or null if the list has none.</returns>
    public HubKey? SealingKey(DateTimeOffset at) => HubKeys
        .Where(key => key.Use == HubKeyUse.Seal)
        .OrderByDescending(key => key.IsInUse(at))
        .ThenBy(key => key.IsInUse(at) ? TimeSpan.Zero : at < key.NotBefore ? key.NotBefore - at : at - key.NotAfter)
        .ThenByDescending(key => key.NotBefore)
        .ThenBy(key => key.Id, StringComparer.Ordinal)
        .FirstOrDefault();

    /// <summary>The keys of that name: mostly one, more where a short name is shared, none if unknown.</summary>
    public ImmutableArray<IssuerKey> Find(PassProfile profile, KeyId id) => keys.TryGetValue((profile, id), out var found) ? found : [];
}
