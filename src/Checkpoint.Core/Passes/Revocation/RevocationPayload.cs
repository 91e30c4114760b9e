using System.Text.Json;
using Checkpoint.Bundles;
using Checkpoint.Wire;

namespace Checkpoint.Passes.Revocation;

/// <summary>
/// What a revocation bundle carries: a whole list, or, with a member <c>from</c>, the changes to the version that it names.
/// </summary>
public static class RevocationPayload
{
    /// <summary>Changes in a row before a whole list is asked for: a box that starts has to apply them all.</summary>
    public const int MaxDeltas = 64;

    /// <summary>Keys in one list.</summary>
    public const int MaxKeys = 4096;

    /// <summary>Writes a whole list.</summary>
    public static void WriteWhole(Utf8JsonWriter json, RevocationList list)
    {
        json.WriteString("list", list.Digest());
        WriteKeys(json, "keys", list);
    }

    /// <summary>Writes the changes from one list to another.</summary>
    public static void WriteDelta(Utf8JsonWriter json, RevocationList from, RevocationList to)
    {
        json.WriteNumber("from", from.Version);
        json.WriteString("list", to.Digest());
        json.WriteStartArray("keys");
        foreach (var key in from.Keys.Keys.Union(to.Keys.Keys).Order(RevocationList.ByName))
            WriteChange(json, key, Of(from, key), Of(to, key));
        json.WriteEndArray();
    }

    /// <summary>Writes a member with what is taken back, key by key.</summary>
    internal static void WriteKeys(Utf8JsonWriter json, string member, RevocationList list)
    {
        json.WriteStartArray(member);
        foreach (var (key, revoked) in list.Keys.OrderBy(pair => pair.Key, RevocationList.ByName))
        {
            WriteName(json, key);
            if (revoked.IsWithdrawn)
                json.WriteBoolean("withdrawn", value: true);
            json.WriteString("passes", Convert.ToBase64String(revoked.Passes.Bytes));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Reads a bundle onto the list in force.</summary>
    /// <param name="bundle">The bundle.</param>
    /// <param name="current">The list in force.</param>
    /// <param name="refusal">Why it cannot be applied to that list, or none.</param>
    /// <exception cref="JsonException">Not JSON.</exception>
    /// <exception cref="FormatException">Not a revocation list; the message says where.</exception>
    internal static RevocationList? Read(SignedBundle bundle, RevocationList current, out BundleRefusal refusal)
    {
        refusal = BundleRefusal.None;
        var json = BundleObject.Parse(bundle.Payload).AllowOnly([.. BundleReader.HeaderMembers, "from", "list", "keys"]);
        if (!json.Has("from"))
            return Whole(json, bundle.Header);

        var from = json.Whole("from", 0, int.MaxValue);
        if (from >= bundle.Header.Version)
            throw json.Wrong("from", "expected a version below this one's");
        if (from != current.Version)
            refusal = BundleRefusal.WrongBase;
        else if (current.Deltas == MaxDeltas)
            refusal = BundleRefusal.TooManyDeltas;
        return refusal == BundleRefusal.None ? Apply(json, bundle.Header, current, ref refusal) : null;
    }

    /// <summary>What a bundle says the list is after it (<see cref="RevocationList.Digest"/>); empty if it does not say.</summary>
    internal static string DigestOf(SignedBundle bundle)
    {
        var json = BundleObject.Parse(bundle.Payload);
        return json.Has("list") ? json.Text("list") : "";
    }

    /// <summary>Reads a member with what is taken back, key by key.</summary>
    internal static Dictionary<(PassProfile Profile, KeyId Id), RevokedPasses> ReadKeys(BundleObject json, string member)
    {
        var keys = new Dictionary<(PassProfile Profile, KeyId Id), RevokedPasses>();
        foreach (var item in Keys(json, member))
        {
            item.AllowOnly("profile", "kid", "withdrawn", "passes");
            Add(keys, item, new(item.Flag("withdrawn"), Prefixes(item, "passes")));
        }

        return keys;
    }

    static RevocationList Whole(BundleObject json, BundleHeader header)
    {
        var list = new RevocationList(header.Version, header.Issued, ReadKeys(json, "keys"));
        return IsAsSaid(json, list) ? list : throw json.Wrong("list", "expected the digest of the list");
    }

    static bool IsAsSaid(BundleObject json, RevocationList list) => string.Equals(json.Text("list"), list.Digest(), StringComparison.Ordinal);

    static RevocationList? Apply(BundleObject json, BundleHeader header, RevocationList current, ref BundleRefusal refusal)
    {
        var changed = new Dictionary<(PassProfile Profile, KeyId Id), RevokedPasses>();
        foreach (var item in Keys(json, "keys"))
        {
            item.AllowOnly("profile", "kid", "withdrawn", "add", "remove");
            var before = Of(current, Name(item));
            if (before.Passes.Change(Prefixes(item, "add"), Prefixes(item, "remove")) is not { } passes)
            {
                refusal = BundleRefusal.WrongBase;
                return null;
            }

            Add(changed, item, new(item.Has("withdrawn") ? item.Flag("withdrawn") : before.IsWithdrawn, passes));
        }

        var list = new RevocationList(header.Version, header.Issued, current.Keys.Where(pair => !changed.ContainsKey(pair.Key)).Concat(changed))
        {
            Deltas = current.Deltas + 1,
        };
        refusal = IsAsSaid(json, list) ? BundleRefusal.None : BundleRefusal.WrongBase;
        return refusal == BundleRefusal.None ? list : null;
    }

    static List<BundleObject> Keys(BundleObject json, string member)
    {
        var keys = json.Objects(member).Take(MaxKeys + 1).ToList();
        return keys.Count <= MaxKeys ? keys : throw json.Wrong(member, $"expected {MaxKeys} at most");
    }

    static void Add(Dictionary<(PassProfile Profile, KeyId Id), RevokedPasses> keys, BundleObject json, RevokedPasses revoked)
    {
        if (!keys.TryAdd(Name(json), revoked))
            throw json.Wrong("kid", "a key stands twice");
    }

    static (PassProfile Profile, KeyId Id) Name(BundleObject json)
    {
        if (!WireName<PassProfile>.TryParse(json.Text("profile"), out var profile) || profile == PassProfile.None)
            throw json.Wrong("profile", "expected a kind of pass");
        return (profile, new(json.Text("kid")));
    }

    static PrefixSet Prefixes(BundleObject json, string member) =>
        PrefixSet.TryRead(RevocationList.PrefixBytes, json.OptionalBytes(member))
        ?? throw json.Wrong(member, $"expected sorted groups of {RevocationList.PrefixBytes} bytes");

    static RevokedPasses Of(RevocationList list, (PassProfile Profile, KeyId Id) key) =>
        list.Keys.TryGetValue(key, out var revoked) ? revoked : new(IsWithdrawn: false, PrefixSet.Empty(RevocationList.PrefixBytes));

    static void WriteChange(Utf8JsonWriter json, (PassProfile Profile, KeyId Id) key, RevokedPasses from, RevokedPasses to)
    {
        var (added, removed) = (to.Passes.Without(from.Passes), from.Passes.Without(to.Passes));
        if (added.Count + removed.Count == 0 && from.IsWithdrawn == to.IsWithdrawn)
            return;
        WriteName(json, key);
        if (from.IsWithdrawn != to.IsWithdrawn)
            json.WriteBoolean("withdrawn", to.IsWithdrawn);
        if (added.Count > 0)
            json.WriteString("add", Convert.ToBase64String(added.Bytes));
        if (removed.Count > 0)
            json.WriteString("remove", Convert.ToBase64String(removed.Bytes));
        json.WriteEndObject();
    }

    static void WriteName(Utf8JsonWriter json, (PassProfile Profile, KeyId Id) key)
    {
        json.WriteStartObject();
        json.WriteString("profile", WireName<PassProfile>.Of(key.Profile));
        json.WriteString("kid", key.Id.Value);
    }
}
