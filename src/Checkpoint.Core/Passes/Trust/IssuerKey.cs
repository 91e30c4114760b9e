using System.Collections.Immutable;
using System.Security.Cryptography;

namespace Checkpoint.Passes.Trust;

/// <summary>One issuing key on the trust list, and what it may issue. Small keys: one a township and month.</summary>
/// <param name="Profile">The kind of pass it signs.</param>
/// <param name="Id">Its name in the pass.</param>
/// <param name="Key">ECDSA on P-256; for <see cref="PassProfile.Hc1"/> also on P-384, or RSA of 2048 to 4096 bits.</param>
/// <param name="NotBefore">Passes are taken from this moment, UTC.</param>
/// <param name="NotAfter">Passes are taken until this moment, UTC.</param>
public sealed record IssuerKey(PassProfile Profile, KeyId Id, AsymmetricAlgorithm Key, DateTimeOffset NotBefore, DateTimeOffset NotAfter)
{
    /// <summary>Classes that it may issue; empty for all.</summary>
    public ImmutableArray<PassClass> Classes { get; init; } = [];

    /// <summary>Areas that it may issue for; empty for all.</summary>
    public ImmutableArray<uint> Areas { get; init; } = [];

    /// <summary>The issuer's own name in the pass (<c>iss</c>) where the profile has one; null where it has none.</summary>
    public string? Issuer { get; init; }

    /// <summary>
    /// Purposes from the key's certificate (extended key usage), as object identifiers; empty for all. For <see cref="PassProfile.Hc1"/>:
    /// test, vaccination, recovery.
    /// </summary>
    public ImmutableArray<string> Purposes { get; init; } = [];

    /// <summary>
    /// The full SHA-256, 64 lower-case hexadecimal digits, as key ids are short: of the certificate (DER) for <see cref="PassProfile.Hc1"/>,
    /// whose key id is its first 8 bytes; of the public key (SubjectPublicKeyInfo) for all others. Empty if not known.
    /// </summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>Who holds it, for people: a village or township, nobody's own name. Empty if not said.</summary>
    public string Name { get; init; } = "";
}
