using System.Security.Cryptography;
using Checkpoint.Bundles;

namespace Checkpoint.Passes.Trust;

/// <summary>A public key of the hub on the trust list.</summary>
/// <param name="Use">What it is for; one key has one use.</param>
/// <param name="Key">ECDSA or agreement on P-256, by <paramref name="Use"/>; both are the same kind of point.</param>
/// <param name="NotBefore">In use from this moment, UTC.</param>
/// <param name="NotAfter">In use until this moment, UTC.</param>
public sealed record HubKey(HubKeyUse Use, ECDsa Key, DateTimeOffset NotBefore, DateTimeOffset NotAfter)
{
    /// <summary>Hexadecimal digits in <see cref="Id"/>.</summary>
    public const int IdDigits = 16;

    /// <summary>
    /// Its name in sealed fields and receipts (<c>kid</c>): the first 16 digits of its fingerprint. Short, as every sealed entry carries it; the list
    /// says the whole key, so that nothing hangs on a chance hit.
    /// </summary>
    public string Id { get; } = IdOf(Key);

    /// <summary>Who holds it, for people: an office, nobody's own name. Empty if not said.</summary>
    public string Name { get; init; } = "";

    /// <summary>The name of a key.</summary>
    public static string IdOf(AsymmetricAlgorithm key) => PublicKey.Fingerprint(key)[..IdDigits];

    /// <summary>Whether it is in use at a moment.</summary>
    public bool IsInUse(DateTimeOffset at) => at >= NotBefore && at <= NotAfter;
}
