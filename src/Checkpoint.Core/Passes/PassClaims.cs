namespace Checkpoint.Passes;

/// <summary>What a pass says. It names nobody: no name, no number, no colour.</summary>
/// <param name="Id">Random name of the pass.</param>
/// <param name="Class">What it was issued for.</param>
/// <param name="Key">The key that signed it.</param>
/// <param name="Area">Code of the area it is good for, the issuer's numbering.</param>
/// <param name="NotBefore">First minute it is good, UTC.</param>
/// <param name="NotAfter">Last minute it is good, UTC.</param>
public sealed record PassClaims(
    PassId Id, PassClass Class, KeyId Key, uint Area, DateTimeOffset NotBefore, DateTimeOffset NotAfter);
