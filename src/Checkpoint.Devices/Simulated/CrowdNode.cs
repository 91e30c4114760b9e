using System.Text.Json;

namespace Checkpoint.Devices.Simulated;

/// <summary>A place in a crowd's file: what stands there, and where that is, so that each complaint names it.</summary>
/// <param name="Place">File, index and key, such as <c>seeds/crowd.json[3].surface[1]</c>.</param>
/// <param name="Value">What stands there.</param>
readonly record struct CrowdNode(string Place, JsonElement Value)
{
    /// <summary>The value under a key, or null where the key is absent or its value is null.</summary>
    public CrowdNode? this[string key] => Value.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null
        ? new CrowdNode($"{Place}.{key}", value)
        : null;

    /// <summary>Refuses anything but an object with no other keys than these.</summary>
    public void RequireKeys(params string[] known)
    {
        if (Value.ValueKind != JsonValueKind.Object)
            throw Expected("an object");
        foreach (var property in Value.EnumerateObject())
        {
            if (!known.Contains(property.Name, StringComparer.Ordinal))
                throw new FormatException($"{Place}: unknown key \"{property.Name}\"; expected {string.Join(", ", known)}.");
        }
    }

    /// <summary>The value under a key that must be there.</summary>
    public CrowdNode Require(string key) =>
        this[key] ?? throw new FormatException($"{Place}: the key \"{key}\" is missing.");

    /// <summary>The text here, not empty.</summary>
    public string Text() => Value.ValueKind == JsonValueKind.String && Value.GetString() is { Length: > 0 } text
        ? text
        : throw Expected("text that is not empty");

    /// <summary>The one of some named values that is named here.</summary>
    public T Choice<T>(IReadOnlyDictionary<string, T> choices) =>
        Value.ValueKind == JsonValueKind.String && choices.TryGetValue(Value.GetString()!, out var choice)
            ? choice
            : throw Expected($"one of {string.Join(", ", choices.Keys)}");

    /// <summary>The items of the array here, <paramref name="least"/> … <paramref name="most"/> of them.</summary>
    public IReadOnlyList<CrowdNode> Items(int least, int most)
    {
        if (Value.ValueKind != JsonValueKind.Array || Value.GetArrayLength() < least || Value.GetArrayLength() > most)
            throw Expected($"an array of {least} to {most} items");
        var place = Place;
        return [.. Value.EnumerateArray().Select((item, i) => new CrowdNode($"{place}[{i}]", item))];
    }

    /// <summary>The complaint that something else should stand here.</summary>
    public FormatException Expected(string what) => new($"{Place} is {Shown()}; expected {what}.");

    // Long values are cut: a complaint is one line in a log.
    string Shown() => Value.GetRawText() is var raw && raw.Length <= 60 ? raw : $"{raw[..60]}…";
}
