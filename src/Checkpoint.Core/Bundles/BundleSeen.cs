namespace Checkpoint.Bundles;

/// <summary>The highest version of a kind that was ever in force on a box.</summary>
/// <param name="Version">The version; 0 if there was none.</param>
/// <param name="Digest">SHA-256 of its payload; empty if it is not known any more.</param>
public sealed record BundleSeen(int Version, string Digest)
{
    /// <summary>None yet.</summary>
    public static BundleSeen Nothing { get; } = new(0, "");

    /// <summary>
    /// Whether a version may take force after this one. The highest version ever seen may come again, if it is the same: where it was lost,
    /// it is the best there is.
    /// </summary>
    /// <param name="version">The version offered.</param>
    /// <param name="digest">SHA-256 of its payload; looked at where the versions are the same.</param>
    /// <returns><see cref="BundleRefusal.None"/>, <see cref="BundleRefusal.Older"/> or <see cref="BundleRefusal.Conflict"/>.</returns>
    public BundleRefusal Judge(int version, string digest)
    {
        if (version < Version)
            return BundleRefusal.Older;
        return version == Version && Digest.Length > 0 && !string.Equals(digest, Digest, StringComparison.Ordinal)
            ? BundleRefusal.Conflict
            : BundleRefusal.None;
    }
}
