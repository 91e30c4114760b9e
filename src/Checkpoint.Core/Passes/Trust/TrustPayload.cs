using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Checkpoint.Bundles;
using Checkpoint.Wire;

#pragma warning disable CA2000 // keys belong to the list; those of a list that is refused half-way are left to their finalizers
namespace Checkpoint.Passes.Trust;

/// <summary>What a trust bundle carries: <c>keys</c> that issue passes, <c>signers</c> of other bundles, and the <c>hub</c>'s own keys.</summary>
public static class TrustPayload
{
    /// <summary>Issuing keys in one list: all of Europe's had about 2,000.</summary>
    public const int MaxKeys = 4096;

    /// <summary>Signers in one list.</summary>
    public const int MaxSigners = 64;

    /// <summary>Keys of the hub in one list: two uses, the old and the new of each while they change, and as many again to spare.</summary>
    public const int MaxHubKeys = 8;

    /// <summary>Writes the members of a list without keys of the hub.</summary>
    public static void Write(Utf8JsonWriter json, IEnumerable<IssuerKey> keys, IEnumerable<BundleSigner> signers) =>
        Write(json, new TrustList(0, DateTimeOffset.UnixEpoch, keys) { Signers = [.. signers] });

    /// <summary>Writes the members of a list; its version and date stand in the bundle's header.</summary>
    public static void Write(Utf8JsonWriter json, TrustList list)
    {
        WriteKeys(json, list.Keys);
        json.WriteStartArray("signers");
        foreach (var signer in list.Signers)
            Write(json, signer);
        json.WriteEndArray();
        HubKeyPayload.Write(json, list.HubKeys);
    }

    /// <summary>Writes the member <c>keys</c>.</summary>
    public static void WriteKeys(Utf8JsonWriter json, IEnumerable<IssuerKey> keys)
    {
        json.WriteStartArray("keys");
        foreach (var key in keys)
            Write(json, key);
        json.WriteEndArray();
    }

    /// <summary>Reads a list.</summary>
    /// <exception cref="JsonException">Not JSON.</exception>
    /// <exception cref="FormatException">Not a trust list; the message says where.</exception>
    internal static TrustList Read(SignedBundle bundle)
    {
        var json = BundleObject.Parse(bundle.Payload).AllowOnly([.. BundleReader.HeaderMembers, "keys", "signers", HubKeyPayload.Member]);
        var signers = json.Objects("signers").Take(MaxSigners + 1).Select(ReadSigner).ToImmutableArray();
        return signers.Length > MaxSigners
            ? throw json.Wrong("signers", $"expected {MaxSigners} at most")
            : new(bundle.Header.Version, bundle.Header.Issued, ReadKeys(json)) { Signers = signers, HubKeys = HubKeyPayload.Read(json) };
    }

    /// <summary>Reads keys, signers and keys of the hub that are no list yet, such as the file that belongs to a new key.</summary>
    /// <param name="json">UTF-8 JSON, <c>{"keys":[…],"signers":[…],"hub":[…]}</c>.</param>
    /// <param name="problem">What is wrong, for people.</param>
    /// <returns>A list without a version, or null.</returns>
    public static TrustList? TryReadParts(ReadOnlyMemory<byte> json, out string problem)
    {
        problem = "";
        try
        {
            var parts = BundleObject.Parse(json).AllowOnly("keys", "signers", HubKeyPayload.Member);
            return new(0, DateTimeOffset.UnixEpoch, ReadKeys(parts))
            {
                Signers = [.. parts.Objects("signers").Take(MaxSigners).Select(ReadSigner)],
                HubKeys = HubKeyPayload.Read(parts),
            };
        }
        catch (Exception error) when (error is JsonException or FormatException)
        {
            problem = error is FormatException ? error.Message : "not JSON";
            return null;
        }
    }

    /// <summary>Reads the member <c>keys</c>.</summary>
    internal static ImmutableArray<IssuerKey> ReadKeys(BundleObject json)
    {
        var keys = json.Objects("keys").Take(MaxKeys + 1).Select(ReadKey).ToImmutableArray();
        if (keys.Length > MaxKeys)
            throw json.Wrong("keys", $"expected {MaxKeys} at most");
        return keys.DistinctBy(key => (key.Profile, key.Id, key.Fingerprint)).Count() == keys.Length
            ? keys
            : throw json.Wrong("keys", "a key stands twice");
    }

    static void Write(Utf8JsonWriter json, IssuerKey key)
    {
        json.WriteStartObject();
        json.WriteString("profile", WireName<PassProfile>.Of(key.Profile));
        json.WriteString("kid", key.Id.Value);
        if (key.Name.Length > 0)
            json.WriteString("name", key.Name);
        json.WriteString("sha256", key.Fingerprint);
        json.WriteString("spki", Convert.ToBase64String(key.Key.ExportSubjectPublicKeyInfo()));
        json.WriteString("nbf", BundleWriter.Instant(key.NotBefore));
        json.WriteString("exp", BundleWriter.Instant(key.NotAfter));
        if (key.Issuer is not null)
            json.WriteString("iss", key.Issuer);
        WriteList(json, "classes", key.Classes, (to, value) => to.WriteStringValue(WireName<PassClass>.Of(value)));
        WriteList(json, "areas", key.Areas, (to, value) => to.WriteNumberValue(value));
        WriteList(json, "purposes", key.Purposes, (to, value) => to.WriteStringValue(value));
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, BundleSigner signer)
    {
        json.WriteStartObject();
        json.WriteString("name", signer.Name);
        json.WriteString("spki", Convert.ToBase64String(signer.Key.ExportSubjectPublicKeyInfo()));
        json.WriteString("nbf", BundleWriter.Instant(signer.NotBefore));
        json.WriteString("exp", BundleWriter.Instant(signer.NotAfter));
        WriteList(json, "kinds", signer.Kinds, (to, value) => to.WriteStringValue(WireName<BundleKind>.Of(value)));
        json.WriteEndObject();
    }

    // An empty list means "all", and all is written by leaving it out: "none" cannot be written by mistake.
    internal static void WriteList<T>(Utf8JsonWriter json, string name, ImmutableArray<T> values, Action<Utf8JsonWriter, T> write)
    {
        if (values.IsEmpty)
            return;
        json.WriteStartArray(name);
        foreach (var value in values)
            write(json, value);
        json.WriteEndArray();
    }

    static IssuerKey ReadKey(BundleObject json)
    {
        json.AllowOnly("profile", "kid", "name", "sha256", "spki", "nbf", "exp", "iss", "classes", "areas", "purposes");
        if (!WireName<PassProfile>.TryParse(json.Text("profile"), out var profile) || profile == PassProfile.None)
            throw json.Wrong("profile", "expected a kind of pass");
        var key = PublicKey.TryRead(json.Bytes("spki")) ?? throw json.Wrong("spki", "expected a P-256, P-384 or RSA public key");
        var read = new IssuerKey(profile, new(json.Text("kid")), key, json.Instant("nbf"), json.Instant("exp"))
        {
            Name = json.OptionalText("name") ?? "",
            Fingerprint = json.Text("sha256"),
            Issuer = json.OptionalText("iss"),
            Classes = ReadNames<PassClass>(json, "classes"),
            Areas = ReadAreas(json, "areas"),
            Purposes = ReadList(json, "purposes", item => item.ValueKind == JsonValueKind.String ? item.GetString() : null),
        };
        return Fault(read) is { } fault ? throw json.Wrong(fault, "does not fit the key") : read;
    }

    // The short name must be the key's own where the profile derives it, and ours must be four digits.
    static string? Fault(IssuerKey key)
    {
        if (key.Fingerprint.Length != 2 * SHA256.HashSizeInBytes || !key.Fingerprint.All(char.IsAsciiHexDigitLower))
            return "sha256";
        if (key.Profile != PassProfile.Hc1 && !string.Equals(key.Fingerprint, PublicKey.Fingerprint(key.Key), StringComparison.Ordinal))
            return "sha256";
        if (key.Profile != PassProfile.Hc1 && !(key.Key is ECDsa ecdsa && PublicKey.IsP256(ecdsa)))
            return "spki";
        var fits = key.Profile switch
        {
            PassProfile.Gp1 => key.Id.Value is { Length: 4 } digits && digits.All(char.IsAsciiHexDigitLower),
            PassProfile.Hc1 => string.Equals(
                key.Id.Value, Convert.ToBase64String(Convert.FromHexString(key.Fingerprint)[..8]), StringComparison.Ordinal),
            _ => true,
        };
        return fits ? key.NotAfter > key.NotBefore ? null : "exp" : "kid";
    }

    static BundleSigner ReadSigner(BundleObject json)
    {
        json.AllowOnly("name", "spki", "nbf", "exp", "kinds");
        var kinds = ReadNames<BundleKind>(json, "kinds");
        if (kinds.IsEmpty || kinds.Contains(BundleKind.Trust))
            throw json.Wrong("kinds", "expected kinds other than trust, which is the root's alone");
        var key = PublicKey.TryReadP256(json.Bytes("spki")) ?? throw json.Wrong("spki", "expected a P-256 public key");
        return new(key, json.Text("name"), kinds, json.Instant("nbf"), json.Instant("exp"));
    }

    internal static ImmutableArray<T> ReadNames<T>(BundleObject json, string name)
        where T : struct, Enum => ReadList<T>(
            json,
            name,
            item => item.ValueKind == JsonValueKind.String && WireName<T>.TryParse(item.GetString(), out var value)
                && !EqualityComparer<T>.Default.Equals(value, default) ? value : null);

    internal static ImmutableArray<uint> ReadAreas(BundleObject json, string name) => ReadList<uint>(
        json, name, item => item.ValueKind == JsonValueKind.Number && item.TryGetUInt32(out var area) && area > 0 ? area : null);

    static ImmutableArray<T> ReadList<T>(BundleObject json, string name, Func<JsonElement, T?> read)
        where T : struct
    {
        var values = json.Items(name).Select(item => read(item) ?? throw json.Wrong(name, "an item is not known here")).ToImmutableArray();
        return Filled(json, name, values);
    }

    static ImmutableArray<T> ReadList<T>(BundleObject json, string name, Func<JsonElement, T?> read)
        where T : class
    {
        var values = json.Items(name).Select(item => read(item) ?? throw json.Wrong(name, "an item is not known here")).ToImmutableArray();
        return Filled(json, name, values);
    }

    // An empty list would mean "all" to the gate and "none" to whoever wrote it.
    static ImmutableArray<T> Filled<T>(BundleObject json, string name, ImmutableArray<T> values) =>
        json.Has(name) && values.IsEmpty ? throw json.Wrong(name, "expected one or more, or no such member for all") : values;
}
