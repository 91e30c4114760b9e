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

    /// <summary>The keys of that name: mostly one, more where a short name is shared, none if unknown.</summary>
    public ImmutableArray<IssuerKey> Find(PassProfile profile, KeyId id) => keys.TryGetValue((profile, id), out var found) ? found : [];
}
