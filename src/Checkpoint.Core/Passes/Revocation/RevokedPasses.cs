namespace Checkpoint.Passes.Revocation;

/// <summary>What is taken back of one issuing key.</summary>
/// <param name="IsWithdrawn">Every pass that it signed.</param>
/// <param name="Passes">Single passes, by <see cref="RevocationList.Hash(PassId, KeyId)"/>.</param>
public sealed record RevokedPasses(bool IsWithdrawn, PrefixSet Passes);
