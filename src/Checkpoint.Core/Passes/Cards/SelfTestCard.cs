using System.Collections.Immutable;
using Checkpoint.Bundles;
using Checkpoint.Passes.Revocation;
using Checkpoint.Passes.Trust;

namespace Checkpoint.Passes.Cards;

/// <summary>
/// A printed card of codes that a box reads at shift change, and what each is to come to. It brings lists of its own: its keys are on no
/// gate's list, so that a photograph of the card opens nothing.
/// </summary>
/// <param name="Header">What the bundle says of itself.</param>
/// <param name="Trust">The card's issuing keys.</param>
/// <param name="Revoked">The card's passes that are taken back.</param>
/// <param name="Scope">The village that the card plays.</param>
/// <param name="Codes">The codes, by number.</param>
public sealed record SelfTestCard(
    BundleHeader Header, TrustList Trust, RevocationList Revoked, GateScope Scope, ImmutableArray<CardCode> Codes);
