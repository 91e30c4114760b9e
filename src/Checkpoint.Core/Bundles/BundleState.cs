using System.Collections.Immutable;
using Checkpoint.Passes;
using Checkpoint.Passes.Cards;
using Checkpoint.Passes.Revocation;
using Checkpoint.Passes.Trust;
using Checkpoint.Passes.Watch;
using Checkpoint.Policies;

namespace Checkpoint.Bundles;

/// <summary>What is in force on a box, and what may not come back.</summary>
/// <param name="Root">The county's root key, given when the box is set up.</param>
public sealed record BundleState(BundleSigner Root)
{
    /// <summary>The keys that issue passes and sign bundles.</summary>
    public TrustList Trust { get; init; } = TrustList.Empty;

    /// <summary>What is taken back.</summary>
    public RevocationList Revoked { get; init; } = RevocationList.Empty;

    /// <summary>Whom somebody waits for.</summary>
    public Watchlist Watched { get; init; } = Watchlist.Empty;

    /// <summary>The rules; null if none have come.</summary>
    public Policy? Policy { get; init; }

    /// <summary>The self-test card; null if none has come.</summary>
    public SelfTestCard? Card { get; init; }

    /// <summary>What the bundles in force say of themselves.</summary>
    public ImmutableDictionary<BundleKind, BundleHeader> InForce { get; init; } = ImmutableDictionary<BundleKind, BundleHeader>.Empty;

    /// <summary>The highest versions ever in force: nothing below comes back, even where the newest was lost.</summary>
    public ImmutableDictionary<BundleKind, BundleSeen> Seen { get; init; } = ImmutableDictionary<BundleKind, BundleSeen>.Empty;

    /// <summary>Who may sign.</summary>
    public IEnumerable<BundleSigner> Signers => Trust.Signers.Prepend(Root);

    /// <summary>The latest moment of signing: it is later now, whatever the clock says. Null if nothing is in force.</summary>
    public DateTimeOffset? NewestIssued => InForce.IsEmpty ? null : InForce.Values.Max(header => header.Issued);

    /// <summary>What a checkpoint judges codes by under these lists.</summary>
    /// <param name="scope">Which passes it takes.</param>
    public PassLists ListsFor(GateScope scope) => new(Trust) { Gate = new(Revoked, Watched, scope) };

    /// <summary>Version in force; 0 for none.</summary>
    public int VersionOf(BundleKind kind) => InForce.TryGetValue(kind, out var header) ? header.Version : 0;

    /// <summary>Highest version ever in force.</summary>
    public BundleSeen SeenOf(BundleKind kind) => Seen.GetValueOrDefault(kind, BundleSeen.Nothing);
}
