using System.Collections.Immutable;
using System.Text.Json;
using Checkpoint.Bundles;
using Checkpoint.Wire;

#pragma warning disable CA2000 // keys belong to the list; those of a list that is refused half-way are left to their finalizers
namespace Checkpoint.Passes.Trust;

/// <summary>The member <c>hub</c> of a trust list: the hub's public keys.</summary>
static class HubKeyPayload
{
    /// <summary>The member; left out where there is no key, so that lists of before keep their bytes.</summary>
    public const string Member = "hub";

    /// <summary>Writes the member, if there is a key.</summary>
    public static void Write(Utf8JsonWriter json, ImmutableArray<HubKey> keys)
    {
        if (keys.IsEmpty)
            return;
        json.WriteStartArray(Member);
        foreach (var key in keys)
            Write(json, key);
        json.WriteEndArray();
    }

    /// <summary>Reads the member.</summary>
    /// <exception cref="FormatException">Not as it must be; the message says where.</exception>
    public static ImmutableArray<HubKey> Read(BundleObject json)
    {
        var keys = json.Objects(Member).Take(TrustPayload.MaxHubKeys + 1).Select(ReadKey).ToImmutableArray();
        if (keys.Length > TrustPayload.MaxHubKeys)
            throw json.Wrong(Member, $"expected {TrustPayload.MaxHubKeys} at most");
        // One key for two uses would let whoever makes the hub open something make it sign something.
        return keys.DistinctBy(key => key.Id, StringComparer.Ordinal).Count() == keys.Length ? keys : throw json.Wrong(Member, "a key stands twice");
    }

    static void Write(Utf8JsonWriter json, HubKey key)
    {
        json.WriteStartObject();
        json.WriteString("kid", key.Id);
        json.WriteString("use", WireName<HubKeyUse>.Of(key.Use));
        if (key.Name.Length > 0)
            json.WriteString("name", key.Name);
        json.WriteString("spki", Convert.ToBase64String(key.Key.ExportSubjectPublicKeyInfo()));
        json.WriteString("nbf", BundleWriter.Instant(key.NotBefore));
        json.WriteString("exp", BundleWriter.Instant(key.NotAfter));
        json.WriteEndObject();
    }

    static HubKey ReadKey(BundleObject json)
    {
        json.AllowOnly("kid", "use", "name", "spki", "nbf", "exp");
        if (!WireName<HubKeyUse>.TryParse(json.Text("use"), out var use) || use == HubKeyUse.None)
            throw json.Wrong("use", "expected seal or sign");
        var key = PublicKey.TryReadP256(json.Bytes("spki")) ?? throw json.Wrong("spki", "expected a P-256 public key");
        var read = new HubKey(use, key, json.Instant("nbf"), json.Instant("exp")) { Name = json.OptionalText("name") ?? "" };
        if (!string.Equals(read.Id, json.Text("kid"), StringComparison.Ordinal))
            throw json.Wrong("kid", "does not fit the key");
        return read.NotAfter > read.NotBefore ? read : throw json.Wrong("exp", "does not fit the key");
    }
}
