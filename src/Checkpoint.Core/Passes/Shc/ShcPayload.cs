using System.Text.Json;

namespace Checkpoint.Passes.Shc;

/// <summary>What a health card says, as far as a gate needs it; rules read the rest from the document.</summary>
/// <param name="Window">When it is good; without end if it names none.</param>
/// <param name="RevocationName">Its name in its issuer's revocation list (<c>rid</c>), null if none.</param>
sealed record ShcPayload(ValidityWindow Window, string? RevocationName)
{
    const string CardType = "https://smarthealth.cards#health-card";

    /// <summary>Reads a payload, or null if it lacks what a card must say: an issuer, a first moment, its type, something about somebody.</summary>
    public static ShcPayload? Read(JsonElement payload)
    {
        var from = NumericDate.From(ShcJson.Number(payload, "nbf"));
        var until = payload.TryGetProperty("exp", out _) ? NumericDate.From(ShcJson.Number(payload, "exp")) : NumericDate.Never;
        if (from is null || until is null || ShcJson.Text(payload, "iss") is null || ShcJson.Member(payload, "vc") is not { } credential)
            return null;

        var isCard = ShcJson.Items(credential, "type")
            .Any(type => type.ValueKind == JsonValueKind.String && type.ValueEquals(CardType));
        var says = ShcJson.Member(credential, "credentialSubject") is { } subject
            && ShcJson.Member(subject, "fhirBundle") is { ValueKind: JsonValueKind.Object };
        return isCard && says && TryRevocationName(credential, out var name) ? new(new(from.Value, until.Value), name) : null;
    }

    static bool TryRevocationName(JsonElement credential, out string? name)
    {
        name = ShcJson.Text(credential, "rid");
        return ShcJson.Member(credential, "rid") is null || (name is not null && ShcRevocationList.IsName(name));
    }
}
