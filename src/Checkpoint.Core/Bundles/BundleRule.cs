using System.Diagnostics;
using System.Text.Json;
using Checkpoint.Passes.Cards;
using Checkpoint.Passes.Revocation;
using Checkpoint.Passes.Trust;
using Checkpoint.Passes.Watch;

namespace Checkpoint.Bundles;

/// <summary>Whether a bundle takes force. The version of a kind only rises.</summary>
public static class BundleRule
{
    /// <summary>Offers a bundle.</summary>
    /// <param name="state">What is in force.</param>
    /// <param name="text">The bundle, from anybody.</param>
    /// <param name="kind">The kind that its place promises; <see cref="BundleKind.None"/> for any.</param>
    public static BundleStep Offer(BundleState state, ReadOnlyMemory<byte> text, BundleKind kind = BundleKind.None)
    {
        if (BundleReader.TryRead(text, state.Signers, out var refusal, out var detail) is not { } bundle)
            return new BundleStep.Refused(refusal, Header: null, detail);

        refusal = kind != BundleKind.None && kind != bundle.Header.Kind ? BundleRefusal.WrongKind : Order(state, bundle);
        if (refusal != BundleRefusal.None)
            return new BundleStep.Refused(refusal, bundle.Header, "");
        return state.VersionOf(bundle.Header.Kind) == bundle.Header.Version ? new BundleStep.Known(bundle) : Take(state, bundle);
    }

    // The highest version ever seen may come again, if it is the same: where it was lost, it is the best there is.
    static BundleRefusal Order(BundleState state, SignedBundle bundle)
    {
        var seen = state.SeenOf(bundle.Header.Kind);
        if (bundle.Header.Version < seen.Version)
            return BundleRefusal.Older;
        if (bundle.Header.Version == seen.Version && seen.Digest.Length > 0
            && !string.Equals(bundle.Digest, seen.Digest, StringComparison.Ordinal))
        {
            return BundleRefusal.Conflict;
        }

        return state.InForce.TryGetValue(bundle.Header.Kind, out var current) && bundle.Header.Issued < current.Issued
            ? BundleRefusal.SignedEarlier
            : BundleRefusal.None;
    }

    static BundleStep Take(BundleState state, SignedBundle bundle)
    {
        try
        {
            var refusal = BundleRefusal.None;
            return Content(state, bundle, ref refusal) is { } next
                ? new BundleStep.Accepted(Stamp(next, bundle), bundle)
                : new BundleStep.Refused(refusal, bundle.Header, "");
        }
        catch (Exception error) when (error is JsonException or FormatException)
        {
            return new BundleStep.Refused(BundleRefusal.Malformed, bundle.Header, error is FormatException ? error.Message : "not JSON");
        }
    }

    static BundleState? Content(BundleState state, SignedBundle bundle, ref BundleRefusal refusal) => bundle.Header.Kind switch
    {
        BundleKind.Trust => state with { Trust = TrustPayload.Read(bundle) },
        BundleKind.Revocation => RevocationPayload.Read(bundle, state.Revoked, out refusal) is { } list ? state with { Revoked = list } : null,
        BundleKind.Policy => state with { Policy = PolicyPayload.Check(bundle) },
        BundleKind.Watchlist => state with { Watched = WatchlistPayload.Read(bundle) },
        BundleKind.Card => state with { Card = CardPayload.Read(bundle) },
        _ => throw new UnreachableException(),
    };

    static BundleState Stamp(BundleState state, SignedBundle bundle) => state with
    {
        InForce = state.InForce.SetItem(bundle.Header.Kind, bundle.Header),
        Seen = state.Seen.SetItem(bundle.Header.Kind, new(bundle.Header.Version, bundle.Digest)),
    };
}
