using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Checkpoint.Bundles;
using Checkpoint.Passes.Revocation;
using Checkpoint.Passes.Trust;
using Checkpoint.Wire;

namespace Checkpoint.Passes.Cards;

/// <summary>What a card bundle carries.</summary>
public static class CardPayload
{
    /// <summary>Codes on one card.</summary>
    public const int MaxCodes = 64;

    // How an expectation of "no reader reads it" is spelt.
    const string Unreadable = "unreadable";

    /// <summary>Writes a card.</summary>
    public static void Write(Utf8JsonWriter json, SelfTestCard card)
    {
        TrustPayload.WriteKeys(json, card.Trust.Keys);
        RevocationPayload.WriteKeys(json, "revoked", card.Revoked);
        TrustPayload.WriteList(json, "areas", card.Scope.Areas, (to, area) => to.WriteNumberValue(area));
        json.WriteStartArray("codes");
        foreach (var code in card.Codes)
        {
            json.WriteStartObject();
            json.WriteNumber("number", code.Number);
            json.WriteString("fingerprint", code.Fingerprint.Value.ToString("x16", CultureInfo.InvariantCulture));
            json.WriteString("expect", code.Expected is { } outcome ? WireName<CodeOutcome>.Of(outcome) : Unreadable);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Reads a card.</summary>
    /// <exception cref="JsonException">Not JSON.</exception>
    /// <exception cref="FormatException">Not a card; the message says where.</exception>
    internal static SelfTestCard Read(SignedBundle bundle)
    {
        var header = bundle.Header;
        var json = BundleObject.Parse(bundle.Payload).AllowOnly([.. BundleReader.HeaderMembers, "keys", "revoked", "areas", "codes"]);
        var codes = json.Objects("codes").Take(MaxCodes + 1).Select(ReadCode).ToImmutableArray();
        if (codes.Length is 0 or > MaxCodes || codes.DistinctBy(code => code.Fingerprint).Count() != codes.Length)
            throw json.Wrong("codes", $"expected 1 to {MaxCodes}, each once");
        return new(
            header,
            new(header.Version, header.Issued, TrustPayload.ReadKeys(json)),
            new(header.Version, header.Issued, RevocationPayload.ReadKeys(json, "revoked")),
            new(TrustPayload.ReadAreas(json, "areas"), []),
            codes);
    }

    static CardCode ReadCode(BundleObject json)
    {
        json.AllowOnly("number", "fingerprint", "expect");
        if (!ulong.TryParse(json.Text("fingerprint"), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var fingerprint))
            throw json.Wrong("fingerprint", "expected 16 hexadecimal digits");
        return new(json.Whole("number", 1, MaxCodes), new(fingerprint), Expected(json));
    }

    static CodeOutcome? Expected(BundleObject json)
    {
        var text = json.Text("expect");
        if (string.Equals(text, Unreadable, StringComparison.Ordinal))
            return null;
        return WireName<CodeOutcome>.TryParse(text, out var outcome) && outcome != CodeOutcome.None
            ? outcome
            : throw json.Wrong("expect", "expected an outcome of a check");
    }
}
