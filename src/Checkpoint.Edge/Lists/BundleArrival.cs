using Checkpoint.Bundles;

namespace Checkpoint.Edge.Lists;

/// <summary>A bundle that somebody brought.</summary>
/// <param name="Text">The bundle, unchecked.</param>
/// <param name="Kind">The kind that its place promises; <see cref="BundleKind.None"/> for any.</param>
/// <param name="Source">Where it comes from, for people.</param>
sealed record BundleArrival(ReadOnlyMemory<byte> Text, BundleKind Kind, string Source);
