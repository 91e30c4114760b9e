using System.Globalization;
using System.Text.Json;

namespace Checkpoint.Passes.Shc;

/// <summary>One key's list of cards that its issuer took back (SMART Health Cards Framework 1.4, "Revocation").</summary>
public sealed class ShcRevocationList
{
    /// <summary>Longer names are refused; the framework's own limit.</summary>
    public const int MaxName = 24;

    /// <summary>Cards on one list; more are refused, so that a list cannot fill a box.</summary>
    public const int MaxNames = 100_000;

    readonly Dictionary<string, DateTimeOffset> names;

    ShcRevocationList(KeyId key, int version, Dictionary<string, DateTimeOffset> names)
    {
        Key = key;
        Version = version;
        this.names = names;
    }

    /// <summary>The key that signed the cards.</summary>
    public KeyId Key { get; }

    /// <summary>Rises with each list of the key.</summary>
    public int Version { get; }

    /// <summary>Reads a list.</summary>
    /// <param name="json">UTF-8 JSON: <c>kid</c>, <c>method</c>, <c>ctr</c>, <c>rids</c>.</param>
    /// <param name="announced">The version in the key set (<c>crlVersion</c>), null if it announces none.</param>
    /// <param name="list">The list if there is no fault.</param>
    public static ShcListFault TryRead(ReadOnlyMemory<byte> json, int? announced, out ShcRevocationList? list)
    {
        list = null;
        if (ShcJson.TryParse(json) is not { ValueKind: JsonValueKind.Object } root
            || ShcJson.Text(root, "kid") is not { Length: > 0 } key
            || ShcJson.Member(root, "ctr") is not { ValueKind: JsonValueKind.Number } counter || !counter.TryGetInt32(out var version)
            || ShcJson.Member(root, "rids") is not { ValueKind: JsonValueKind.Array } rids || rids.GetArrayLength() > MaxNames)
        {
            return ShcListFault.Structure;
        }

        if (!ShcJson.Is(root, "method", "rid"))
            return ShcListFault.Method;
        if (announced is not null && announced != version)
            return ShcListFault.Version;

        var fault = TryNames(rids, out var names);
        list = fault == ShcListFault.None ? new(new(key), version, names.ToDictionary(StringComparer.Ordinal)) : null;
        return fault;
    }

    /// <summary>Whether a card was taken back.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="issued">When it was issued: an entry may mean only cards before a moment.</param>
    public bool Contains(string name, DateTimeOffset issued) => names.TryGetValue(name, out var before) && issued < before;

    /// <summary>Whether a text can be a card's name: 1 to 24 characters of base64url.</summary>
    internal static bool IsName(string name) =>
        name.Length is > 0 and <= MaxName && name.All(character => character != '.' && ShcToken.Characters.Contains(character));

    static ShcListFault TryNames(JsonElement rids, out Dictionary<string, DateTimeOffset> names)
    {
        names = new(StringComparer.Ordinal);
        foreach (var rid in rids.EnumerateArray())
        {
            if (rid.ValueKind != JsonValueKind.String || !TryEntry(rid.GetString()!, out var name, out var before))
                return ShcListFault.Name;
            if (!names.TryAdd(name, before))
                return ShcListFault.Duplicate;
        }

        return ShcListFault.None;
    }

    // A name, or a name and a moment in seconds: then only cards from before it are meant.
    static bool TryEntry(string text, out string name, out DateTimeOffset before)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        name = dot < 0 ? text : text[..dot];
        before = DateTimeOffset.MaxValue;
        if (dot < 0 || !IsName(name))
            return IsName(name);
        var good = long.TryParse(text.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && NumericDate.From(seconds) is not null;
        before = good ? NumericDate.From(seconds)!.Value : before;
        return good;
    }
}
