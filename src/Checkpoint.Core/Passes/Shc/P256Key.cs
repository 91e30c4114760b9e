using System.Security.Cryptography;
using Checkpoint.Bundles;
using Checkpoint.Passes.Trust;

#pragma warning disable CA2000 // the entry owns the key, and whoever made the list disposes of it
namespace Checkpoint.Passes.Shc;

/// <summary>From the coordinates of a published key (JWK, RFC 7518, section 6.2.1) to an entry of the trust list.</summary>
static class P256Key
{
    const int CoordinateBytes = 32;

    /// <summary>Makes an entry that is good at any time, or null if the coordinates are no point of P-256.</summary>
    /// <param name="profile">What the key signs.</param>
    /// <param name="id">Its name.</param>
    /// <param name="issuer">Its issuer's name.</param>
    /// <param name="x">Base64url.</param>
    /// <param name="y">Base64url.</param>
    public static IssuerKey? TryMake(PassProfile profile, KeyId id, string issuer, string x, string y)
    {
        if (Base64Strict.TryDecode(x) is not { Length: CoordinateBytes } qx || Base64Strict.TryDecode(y) is not { Length: CoordinateBytes } qy)
            return null;
        try
        {
            var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new() { X = qx, Y = qy } });
            return new(profile, id, key, DateTimeOffset.MinValue, DateTimeOffset.MaxValue) { Issuer = issuer, Fingerprint = PublicKey.Fingerprint(key) };
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
