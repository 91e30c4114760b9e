namespace Checkpoint.Edge.Lists;

/// <summary>Where bundles are on this box.</summary>
/// <param name="Kept">What was taken.</param>
/// <param name="Installed">What the installation brought; null if there is no such folder.</param>
sealed record BundlePlaces(string Kept, string? Installed)
{
    /// <summary>What <c>bundle import</c> has brought and the gate has not looked at yet.</summary>
    public string Incoming => Path.Combine(Kept, "incoming");
}
