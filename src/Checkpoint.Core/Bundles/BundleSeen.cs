namespace Checkpoint.Bundles;

/// <summary>The highest version of a kind that was ever in force on a box.</summary>
/// <param name="Version">The version; 0 if there was none.</param>
/// <param name="Digest">SHA-256 of its payload; empty if it is not known any more.</param>
public sealed record BundleSeen(int Version, string Digest)
{
    /// <summary>None yet.</summary>
    public static BundleSeen Nothing { get; } = new(0, "");
}
