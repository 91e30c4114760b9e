using System.Collections.Immutable;
using System.Text.Json;
using Checkpoint.Passes.Shc;
using Checkpoint.Passes.Trust;

namespace Checkpoint.Passes.Nzcp;

/// <summary>From an issuer's document (DID, <c>did:web</c>) to entries of the trust list.</summary>
public static class NzcpIssuer
{
    /// <summary>Keys in one document; further ones are ignored.</summary>
    public const int MaxKeys = 64;

    /// <summary>Reads a document: every P-256 key that it lets sign (<c>assertionMethod</c>).</summary>
    /// <param name="json">UTF-8 JSON.</param>
    /// <returns>The entries, good at any time: the document has no dates. Their keys are the caller's to dispose of. None if it is no document.</returns>
    public static ImmutableArray<IssuerKey> Read(ReadOnlyMemory<byte> json)
    {
        if (ShcJson.TryParse(json) is not { } root || ShcJson.Text(root, "id") is not { } issuer)
            return [];
        var signing = ShcJson.Items(root, "assertionMethod")
            .Where(method => method.ValueKind == JsonValueKind.String).Select(method => method.GetString()!).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. ShcJson.Items(root, "verificationMethod").Take(MaxKeys)
                .Where(method => ShcJson.Text(method, "id") is { } id && signing.Contains(id))
                .Select(method => ToKey(issuer, method)).OfType<IssuerKey>(),
        ];
    }

    static IssuerKey? ToKey(string issuer, JsonElement method)
    {
        var begin = issuer + "#";
        if (ShcJson.Text(method, "id") is not { } id || !id.StartsWith(begin, StringComparison.Ordinal)
            || ShcJson.Member(method, "publicKeyJwk") is not { } jwk || !ShcJson.Is(jwk, "kty", "EC") || !ShcJson.Is(jwk, "crv", "P-256")
            || ShcJson.Text(jwk, "x") is not { } x || ShcJson.Text(jwk, "y") is not { } y)
        {
            return null;
        }

        return P256Key.TryMake(PassProfile.Nzcp, new(id[begin.Length..]), issuer, x, y);
    }
}
