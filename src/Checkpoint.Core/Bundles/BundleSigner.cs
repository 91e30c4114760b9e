using System.Collections.Immutable;
using System.Security.Cryptography;

namespace Checkpoint.Bundles;

/// <summary>A key that may sign bundles: the root, or one that the trust list names.</summary>
/// <param name="Key">ECDSA on P-256.</param>
/// <param name="Name">Who holds it, for people; nobody's own name.</param>
/// <param name="Kinds">What it may sign.</param>
/// <param name="NotBefore">Bundles that say they were signed from this moment on, UTC.</param>
/// <param name="NotAfter">Bundles that say they were signed until this moment, UTC.</param>
public sealed record BundleSigner(
    ECDsa Key, string Name, ImmutableArray<BundleKind> Kinds, DateTimeOffset NotBefore, DateTimeOffset NotAfter)
{
    /// <summary>Its name among bundles (<see cref="PublicKey.Fingerprint"/>).</summary>
    public string Fingerprint { get; } = PublicKey.Fingerprint(Key);

    /// <summary>The county's root key: may sign everything at any time.</summary>
    public static BundleSigner Root(ECDsa key) =>
        new(key, "root", [.. Enum.GetValues<BundleKind>()], DateTimeOffset.MinValue, DateTimeOffset.MaxValue);

    /// <summary>Whether it may sign a bundle of this kind at the time that the bundle says.</summary>
    public BundleRefusal Judge(BundleHeader header)
    {
        if (!Kinds.Contains(header.Kind))
            return BundleRefusal.SignerNotAllowed;
        return header.Issued < NotBefore || header.Issued > NotAfter ? BundleRefusal.SignerOutOfDate : BundleRefusal.None;
    }
}
