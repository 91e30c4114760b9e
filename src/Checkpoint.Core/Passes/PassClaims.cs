namespace Checkpoint.Passes;

/// <summary>What a pass says. It names nobody: no name, no number, no colour.</summary>
/// <param name="Id">
/// Random name of the pass; for a certificate of another system the first 8 bytes of the SHA-256 of its own unique identifier.
/// </param>
/// <param name="Class">What it was issued for; <see cref="PassClass.None"/> for a certificate of another system.</param>
/// <param name="Key">The key that signed it.</param>
/// <param name="Area">Code of the area it is good for, the issuer's numbering; 0 for a certificate of another system.</param>
/// <param name="NotBefore">First moment it is good, UTC.</param>
/// <param name="NotAfter">Last minute it is good, UTC.</param>
public sealed record PassClaims(
    PassId Id, PassClass Class, KeyId Key, uint Area, DateTimeOffset NotBefore, DateTimeOffset NotAfter)
{
    /// <summary>The household in its area, 1 … 4294967295, for quotas; null if the pass says none. Never on the wire.</summary>
    public uint? Household { get; init; }

    /// <summary>The area that the bearer goes to, 1 … 4294967295, where it is not <see cref="Area"/>; null if the pass says none.</summary>
    public uint? Destination { get; init; }

    /// <summary>Check of the vehicle's plate (<see cref="SaltedCheck"/>); null if the pass says none.</summary>
    public uint? Vehicle { get; init; }

    /// <summary>Check of the bearer's name (<see cref="SaltedCheck"/>); null if the pass says none.</summary>
    public ushort? NameCheck { get; init; }
}
