using System.Text.Json;
using Checkpoint.Passes;
using Checkpoint.Passes.Hc1;

namespace Checkpoint.Lab.Dcc;

/// <summary>What a vector's own data say, for expectations that they contradict. Derived from the data alone.</summary>
/// <param name="vector">The vector.</param>
sealed class DccEvidence(DccVector vector)
{
    const int MostPlaces = 4;

    /// <summary>Whether what the gate read is the content that the file names; true if it names none.</summary>
    public bool IsContent(CodeCheck check) =>
        vector.Content is not { } own || (check.Document is { } read && JsonElement.DeepEquals(Plain(own), Plain(read.Root)));

    /// <summary>Why the data contradict an expectation, or null.</summary>
    public string? Against(string key, bool expected, CodeCheck check) => key switch
    {
        "EXPECTEDKEYUSAGE" when expected && Foreign() is { } purposes =>
            $"its certificate is for other purposes only ({purposes}): RFC 5280, section 4.2.1.12, forbids this one",
        "EXPECTEDVALIDJSON" or "EXPECTEDVALIDOBJECT" when expected && check.Document is { } read && vector.Content is { } own =>
            $"its field JSON is not what its code holds, at {string.Join(", ", Differences("", own, read.Root).Take(MostPlaces))}",
        _ => null,
    };

    static IEnumerable<string> Differences(string place, JsonElement own, JsonElement read)
    {
        if (JsonElement.DeepEquals(Plain(own), Plain(read)))
            return [];
        return (own.ValueKind, read.ValueKind) switch
        {
            (JsonValueKind.Object, JsonValueKind.Object) => own.EnumerateObject().SelectMany(member =>
                read.TryGetProperty(member.Name, out var other) ? Differences($"{place}/{member.Name}", member.Value, other) : [$"{place}/{member.Name}"]),
            (JsonValueKind.Array, JsonValueKind.Array) when own.GetArrayLength() == read.GetArrayLength() =>
                own.EnumerateArray().Zip(read.EnumerateArray()).SelectMany((pair, at) => Differences($"{place}/{at}", pair.First, pair.Second)),
            _ => [place],
        };
    }

    string? Foreign()
    {
        var issuer = Hc1Issuer.FromCertificate(vector.Certificate);
        issuer.Key.Dispose();
        return issuer.Purposes.IsEmpty || issuer.Purposes.Any(purpose => purpose.Contains(".1847.2021.1.", StringComparison.Ordinal))
            ? null
            : string.Join(", ", issuer.Purposes);
    }

    // Nothing and null are the same to a reader; a date is a text.
    static JsonElement Plain(JsonElement value) => JsonSerializer.SerializeToElement(Strip(value));

    static object? Strip(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.Null)
            .ToDictionary(member => member.Name, member => Strip(member.Value), StringComparer.Ordinal),
        JsonValueKind.Array => value.EnumerateArray().Select(Strip).ToArray(),
        JsonValueKind.Number => value.GetDouble(),
        _ => value,
    };
}
