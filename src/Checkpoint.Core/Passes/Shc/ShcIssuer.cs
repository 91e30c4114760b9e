using System.Buffers.Text;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Checkpoint.Passes.Trust;

namespace Checkpoint.Passes.Shc;

/// <summary>From an issuer's published keys (JWKS, RFC 7517) to entries of the trust list.</summary>
public static class ShcIssuer
{
    /// <summary>Keys in one set; further ones are ignored.</summary>
    public const int MaxKeys = 64;

    /// <summary>Reads a key set.</summary>
    /// <param name="issuer">The issuer's address as its cards name it (<c>iss</c>).</param>
    /// <param name="json">UTF-8 JSON.</param>
    /// <param name="refused">The keys that are not taken, by their place, and why.</param>
    /// <returns>The entries, good at any time: the set has no dates. Their keys are the caller's to dispose of. None if it is no key set.</returns>
    public static ImmutableArray<IssuerKey> Read(
        string issuer, ReadOnlyMemory<byte> json, out ImmutableArray<(int Place, ShcKeyFault Why)> refused)
    {
        var keys = ImmutableArray.CreateBuilder<IssuerKey>();
        var faults = ImmutableArray.CreateBuilder<(int, ShcKeyFault)>();
        var set = ShcJson.TryParse(json) is { } root ? ShcJson.Items(root, "keys") : [];
        foreach (var (place, jwk) in set.Take(MaxKeys).Index())
        {
            var fault = FaultOf(jwk, out var point);
            var key = fault == ShcKeyFault.None ? P256Key.TryMake(PassProfile.Shc, new(Thumbprint(point)), issuer, point.X, point.Y) : null;
            if (key is null)
                faults.Add((place, fault == ShcKeyFault.None ? ShcKeyFault.Point : fault));
            else
                keys.Add(key);
        }

        refused = faults.ToImmutable();
        return keys.ToImmutable();
    }

    static ShcKeyFault FaultOf(JsonElement jwk, out (string X, string Y) point)
    {
        point = ("", "");
        if (!ShcJson.Is(jwk, "kty", "EC"))
            return jwk.ValueKind == JsonValueKind.Object ? ShcKeyFault.KeyType : ShcKeyFault.Structure;
        if (!ShcJson.Is(jwk, "crv", "P-256"))
            return ShcKeyFault.Curve;
        if (!ShcJson.Is(jwk, "alg", "ES256"))
            return ShcKeyFault.Algorithm;
        if (!ShcJson.Is(jwk, "use", "sig"))
            return ShcKeyFault.Use;
        if (ShcJson.Member(jwk, "d") is not null)
            return ShcKeyFault.Private;
        if (ShcJson.Text(jwk, "x") is not { } x || ShcJson.Text(jwk, "y") is not { } y)
            return ShcKeyFault.Structure;

        point = (x, y);
        return ShcJson.Is(jwk, "kid", Thumbprint(point)) ? ShcKeyFault.None : ShcKeyFault.Name;
    }

    // RFC 7638, section 3.2: the members that make the key, in order, without space.
    static string Thumbprint((string X, string Y) point) => Base64Url.EncodeToString(SHA256.HashData(
        Encoding.UTF8.GetBytes($$"""{"crv":"P-256","kty":"EC","x":"{{point.X}}","y":"{{point.Y}}"}""")));
}
