using Checkpoint.Passes.Shc;
using Checkpoint.Passes.Trust;

namespace Checkpoint.Passes;

/// <summary>The lists that codes are checked against, one immutable set: a check never sees half of a new one.</summary>
/// <param name="Trust">Issuing keys.</param>
public sealed record PassLists(TrustList Trust)
{
    /// <summary>Nothing known: every pass has an unknown issuer.</summary>
    public static PassLists Empty { get; } = new(TrustList.Empty);

    /// <summary>What this checkpoint holds against a proven pass.</summary>
    public GateLists Gate { get; init; } = GateLists.Nothing;

    /// <summary>Health cards that their issuers took back.</summary>
    public ShcRevocations Cards { get; init; } = ShcRevocations.Empty;
}
