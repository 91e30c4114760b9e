using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Checkpoint.Bundles;
using Checkpoint.Passes;
using Checkpoint.Passes.Revocation;
using Checkpoint.Passes.Trust;
using Checkpoint.Passes.Watch;

namespace Checkpoint.Testing;

/// <summary>A county that issues passes and signs lists, with keys that nobody else has.</summary>
public sealed class County : IDisposable
{
    /// <summary>When everything is signed, if nothing else is said.</summary>
    public static readonly DateTimeOffset Issued = new(2022, 3, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The key that signs trust lists.</summary>
    public ECDsa RootKey { get; } = NewKey();

    /// <summary>The key that signs everything else.</summary>
    public ECDsa SignerKey { get; } = NewKey();

    /// <summary>The key that signs passes, named by <see cref="Some.Claims"/>.</summary>
    public ECDsa IssuingKey { get; } = NewKey();

    /// <summary>The hub's key that personal fields are sealed to.</summary>
    public ECDsa SealingKey { get; } = NewKey();

    /// <summary>The hub's key that receipts are signed with.</summary>
    public ECDsa ReceiptKey { get; } = NewKey();

    /// <summary>The root as a box knows it.</summary>
    public BundleSigner Root => BundleSigner.Root(RootKey);

    /// <summary>A box that knows the root and nothing more.</summary>
    public BundleState NewBox => new(Root);

    /// <summary>A box with a first trust list.</summary>
    public BundleState TrustingBox => Accept(NewBox, Trust(1));

    /// <summary>A new key.</summary>
    public static ECDsa NewKey() => ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>Offers a bundle that must be taken.</summary>
    public static BundleState Accept(BundleState state, ReadOnlyMemory<byte> bundle) =>
        BundleRule.Offer(state, bundle) is BundleStep.Accepted accepted
            ? accepted.Next
            : throw new InvalidOperationException($"{BundleRule.Offer(state, bundle)}");

    /// <summary>A head of a bundle.</summary>
    public static BundleHeader Head(BundleKind kind, int version) => new(kind, version, Issued.AddMinutes(version));

    /// <summary>The key on the list.</summary>
    public IssuerKey Issuer() => Issuer(IssuingKey);

    /// <summary>A key on the list, under the name of <see cref="Some.Claims"/>.</summary>
    public static IssuerKey Issuer(ECDsa key, ushort id = 7) =>
        new(PassProfile.Gp1, KeyId.Of(id), key, Issued, Issued.AddMonths(3)) { Fingerprint = PublicKey.Fingerprint(key), Name = "township" };

    /// <summary>The signer on the list.</summary>
    public BundleSigner Signer(params ImmutableArray<BundleKind> kinds) => new(
        SignerKey,
        "county office",
        kinds.IsEmpty ? [BundleKind.Revocation, BundleKind.Policy, BundleKind.Watchlist, BundleKind.Card] : kinds,
        Issued,
        Issued.AddMonths(3));

    /// <summary>A trust list with <see cref="Issuer()"/> and <see cref="Signer"/>.</summary>
    public byte[] Trust(int version) => Trust(version, [Issuer()], [Signer()]);

    /// <summary>A trust list.</summary>
    public byte[] Trust(int version, IEnumerable<IssuerKey> keys, IEnumerable<BundleSigner> signers) =>
        BundleWriter.Sign(Head(BundleKind.Trust, version), json => TrustPayload.Write(json, keys, signers), RootKey);

    /// <summary>A trust list with all that <see cref="Trust(int)"/> has, and <see cref="HubKeys"/>.</summary>
    public byte[] TrustWithHub(int version) => Trust(version, HubKeys);

    /// <summary>A trust list with all that <see cref="Trust(int)"/> has, and these keys of the hub.</summary>
    public byte[] Trust(int version, params ImmutableArray<HubKey> hub) => BundleWriter.Sign(
        Head(BundleKind.Trust, version),
        json => TrustPayload.Write(json, new(0, default, [Issuer()]) { Signers = [Signer()], HubKeys = hub }),
        RootKey);

    /// <summary>The hub's keys on the list, one of each use.</summary>
    public ImmutableArray<HubKey> HubKeys =>
    [
        new(HubKeyUse.Seal, SealingKey, Issued, Issued.AddYears(1)) { Name = "county hub" },
        new(HubKeyUse.Sign, ReceiptKey, Issued, Issued.AddYears(1)) { Name = "county hub" },
    ];

    /// <summary>A revocation list.</summary>
    public static RevocationList Revoked(int version, params IEnumerable<PassId> passes) => new(
        version,
        Issued.AddMinutes(version),
        [
            KeyValuePair.Create(
                (PassProfile.Gp1, Some.Claims().Key),
                new RevokedPasses(
                    IsWithdrawn: false,
                    PrefixSet.Of(RevocationList.PrefixBytes, passes.Select(pass => (ReadOnlyMemory<byte>)RevocationList.Hash(pass, Some.Claims().Key))))),
        ]);

    /// <summary>A whole revocation list, signed.</summary>
    public byte[] Sign(RevocationList list) =>
        Sign(Head(BundleKind.Revocation, list.Version), json => RevocationPayload.WriteWhole(json, list));

    /// <summary>The changes between two revocation lists, signed.</summary>
    public byte[] SignDelta(RevocationList from, RevocationList to) =>
        Sign(Head(BundleKind.Revocation, to.Version), json => RevocationPayload.WriteDelta(json, from, to));

    /// <summary>A watchlist of one batch, open around <see cref="Some.Moment"/>, signed.</summary>
    public byte[] SignWatch(int version, params IEnumerable<PassId> passes)
    {
        var key = SHA256.HashData(BitConverter.GetBytes(version));
        var hashes = passes.Select(pass => (ReadOnlyMemory<byte>)Watchlist.Hash(key, pass, Some.Claims().Key));
        var batch = new WatchBatch("batch-1", Issued, Issued.AddMonths(2), PrefixSet.Of(Watchlist.HashBytes, hashes));
        return Sign(Head(BundleKind.Watchlist, version), json => WatchlistPayload.Write(json, new(version, Issued, key, [batch])));
    }

    /// <summary>Rules, signed.</summary>
    public byte[] SignPolicy(int version, string policy = """{"version":1}""") =>
        Sign(Head(BundleKind.Policy, version), json => PolicyPayload.Write(json, System.Text.Encoding.UTF8.GetBytes(policy)));

    /// <summary>Signs with the signer's key.</summary>
    public byte[] Sign(BundleHeader header, Action<Utf8JsonWriter> members) => BundleWriter.Sign(header, members, SignerKey);

    /// <inheritdoc/>
    public void Dispose()
    {
        RootKey.Dispose();
        SignerKey.Dispose();
        IssuingKey.Dispose();
        SealingKey.Dispose();
        ReceiptKey.Dispose();
    }
}
