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
    public static BundleStep Offer(BundleState state, ReadOnlyMemory<byte> text, BundleKind kind = BundleKind.None) =>
        Offer(state, text, kind, isKept: false);

    static BundleStep Offer(BundleState state, ReadOnlyMemory<byte> text, BundleKind kind, bool isKept)
    {
        if (BundleReader.TryRead(text, state.Signers, out var refusal, out var detail) is not { } bundle)
            return new BundleStep.Refused(refusal, Header: null, detail);

        if (kind != BundleKind.None && kind != bundle.Header.Kind)
            return new BundleStep.Refused(BundleRefusal.WrongKind, bundle.Header, "");
        try
        {
            return Judge(state, bundle, isKept);
        }
        catch (Exception error) when (error is JsonException or FormatException)
        {
            return new BundleStep.Refused(BundleRefusal.Malformed, bundle.Header, error is FormatException ? error.Message : "not JSON");
        }
    }

    /// <summary>Offers many, in the order in which they can take force: the trust list first, then by version.</summary>
    /// <param name="state">What is in force.</param>
    /// <param name="bundles">The bundles with a name for each, in any order.</param>
    /// <param name="areKept">Whether they are what this box took before: rules that were tried then are not tried again at every start.</param>
    /// <returns>What is in force after all of them, and what became of each.</returns>
    public static (BundleState Next, IReadOnlyList<(string Name, BundleStep Step)> Steps) OfferAll(
        BundleState state, IEnumerable<(string Name, ReadOnlyMemory<byte> Text)> bundles, bool areKept = false)
    {
        var steps = new List<(string, BundleStep)>();
        foreach (var (name, text) in InOrder(bundles))
        {
            var step = Offer(state, text, BundleKind.None, areKept);
            state = step is BundleStep.Accepted accepted ? accepted.Next : state;
            steps.Add((name, step));
        }

        return (state, steps);
    }

    /// <summary>Puts bundles into the order in which they can take force, by what they say of themselves.</summary>
    public static IEnumerable<(string Name, ReadOnlyMemory<byte> Text)> InOrder(IEnumerable<(string Name, ReadOnlyMemory<byte> Text)> bundles) =>
        bundles.OrderBy(bundle => Place(bundle.Text)).ThenBy(bundle => bundle.Name, StringComparer.Ordinal);

    static (bool, BundleKind, int) Place(ReadOnlyMemory<byte> text) =>
        BundleEnvelope.TryRead(text, out _) is { } envelope && BundleReader.TryHeader(envelope.Payload, out _, out _) is { } header
            ? (false, header.Kind, header.Version)
            : (true, BundleKind.None, 0);

    // A list that was brought up by changes is the same list as the whole one.
    static string DigestOf(SignedBundle bundle) =>
        bundle.Header.Kind == BundleKind.Revocation ? RevocationPayload.DigestOf(bundle) : bundle.Digest;

    static BundleRefusal Order(BundleState state, SignedBundle bundle)
    {
        var seen = state.SeenOf(bundle.Header.Kind);
        var refusal = seen.Judge(bundle.Header.Version, bundle.Header.Version == seen.Version ? DigestOf(bundle) : "");
        if (refusal != BundleRefusal.None)
            return refusal;
        return state.InForce.TryGetValue(bundle.Header.Kind, out var current) && bundle.Header.Issued < current.Issued
            ? BundleRefusal.SignedEarlier
            : BundleRefusal.None;
    }

    static BundleStep Judge(BundleState state, SignedBundle bundle, bool isKept)
    {
        var refusal = Order(state, bundle);
        if (refusal != BundleRefusal.None)
            return new BundleStep.Refused(refusal, bundle.Header, "");
        if (state.VersionOf(bundle.Header.Kind) == bundle.Header.Version)
            return new BundleStep.Known(bundle);
        var detail = "";
        return Content(state, bundle, isKept, ref refusal, ref detail) is { } next
            ? new BundleStep.Accepted(Stamp(next, bundle), bundle)
            : new BundleStep.Refused(refusal, bundle.Header, detail);
    }

    static BundleState? Content(BundleState state, SignedBundle bundle, bool isKept, ref BundleRefusal refusal, ref string detail) =>
        bundle.Header.Kind switch
        {
            BundleKind.Trust => state with { Trust = TrustPayload.Read(bundle) },
            BundleKind.Revocation => RevocationPayload.Read(bundle, state.Revoked, out refusal) is { } list ? state with { Revoked = list } : null,
            BundleKind.Policy => PolicyPayload.Read(bundle, isKept, ref refusal, ref detail) is { } policy ? state with { Policy = policy } : null,
            BundleKind.Watchlist => state with { Watched = WatchlistPayload.Read(bundle) },
            BundleKind.Card => state with { Card = CardPayload.Read(bundle) },
            _ => throw new UnreachableException(),
        };

    static BundleState Stamp(BundleState state, SignedBundle bundle) => state with
    {
        InForce = state.InForce.SetItem(bundle.Header.Kind, bundle.Header),
        Seen = state.Seen.SetItem(bundle.Header.Kind, new(bundle.Header.Version, DigestOf(bundle))),
    };
}
