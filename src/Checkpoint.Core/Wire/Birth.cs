using System.Collections.Immutable;
using System.Text.Json;
using Checkpoint.Bundles;
using Checkpoint.Journaling;

namespace Checkpoint.Wire;

/// <summary>What a box says of itself each time it connects (<see cref="Topics.Birth"/>).</summary>
/// <param name="Program">Name and version of the program.</param>
/// <param name="Epoch">The journal it writes to.</param>
/// <param name="Boot">Which start of the program.</param>
/// <param name="Policy">Version of the rules in force.</param>
/// <param name="Decoder">Code reader, for people.</param>
public sealed record Birth(string Program, Epoch Epoch, int Boot, int Policy, string Decoder)
{
    /// <summary>Versions of the signed lists in force, by kind; a kind of which there is none is left out.</summary>
    public ImmutableSortedDictionary<BundleKind, int> Lists { get; init; } = ImmutableSortedDictionary<BundleKind, int>.Empty;

    /// <summary>Journals that were moved aside and are kept on the card: somebody should look at what they still hold.</summary>
    public int KeptAside { get; init; }

    /// <summary>
    /// The public key that the box signs with what is carried to the hub by hand: DER SubjectPublicKeyInfo (RFC 5280, 4.1.2.7) in base64.
    /// Null from a box that has none.
    /// </summary>
    public string? Key { get; init; }

    /// <summary>Writes the payload.</summary>
    public byte[] ToJson() => WireJson.Write(json =>
    {
        if (KeptAside > 0)
            json.WriteNumber("aside", KeptAside);
        json.WriteNumber("boot", Boot);
        json.WriteString("decoder", Decoder);
        json.WriteString("epoch", Epoch.Value);
        if (Key is not null)
            json.WriteString("key", Key);
        json.WriteStartObject("lists");
        foreach (var (kind, version) in Lists.OrderBy(pair => WireName<BundleKind>.Of(pair.Key), StringComparer.Ordinal))
            json.WriteNumber(WireName<BundleKind>.Of(kind), version);
        json.WriteEndObject();
        json.WriteNumber("policy", Policy);
        json.WriteString("program", Program);
        json.WriteNumber("v", WireJson.Version);
    });

    /// <summary>Reads a payload.</summary>
    /// <returns>The birth, or null if the payload is not one.</returns>
    public static Birth? TryRead(ReadOnlyMemory<byte> payload) => WireJson.TryRead(payload, json => new Birth(
        json.GetProperty("program").GetString() ?? "",
        Epoch.Parse(json.GetProperty("epoch").GetString() ?? ""),
        json.GetProperty("boot").GetInt32(),
        json.GetProperty("policy").GetInt32(),
        json.GetProperty("decoder").GetString() ?? "")
    {
        Key = json.TryGetProperty("key", out var key) ? key.GetString() : null,
        KeptAside = json.TryGetProperty("aside", out var aside) ? aside.GetInt32() : 0,
        Lists = json.TryGetProperty("lists", out var lists) ? ReadLists(lists) : ImmutableSortedDictionary<BundleKind, int>.Empty,
    });

    // A newer box may have kinds that this reader does not know.
    static ImmutableSortedDictionary<BundleKind, int> ReadLists(JsonElement lists) => ImmutableSortedDictionary<BundleKind, int>.Empty.AddRange(
        lists.EnumerateObject()
            .Where(member => WireName<BundleKind>.TryParse(member.Name, out _))
            .Select(member => KeyValuePair.Create(WireName<BundleKind>.Parse(member.Name), member.Value.GetInt32())));
}
