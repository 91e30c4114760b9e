using System.Collections.Frozen;
using System.Text.Json;

#pragma warning disable CA1000 // one table of names for each enumeration is the point
namespace Checkpoint.Wire;

/// <summary>How the values of an enumeration are spelt on the wire and in the ledger: kebab case of the English name.</summary>
/// <typeparam name="T">An enumeration whose names never change once published.</typeparam>
public static class WireName<T>
    where T : struct, Enum
{
    static readonly FrozenDictionary<T, string> Names = Enum.GetValues<T>()
        .ToFrozenDictionary(value => value, value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));

    static readonly FrozenDictionary<string, T> Values =
        Names.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>Spells a value.</summary>
    public static string Of(T value) => Names[value];

    /// <summary>Reads a value.</summary>
    public static bool TryParse(string? name, out T value)
    {
        value = default;
        return name is not null && Values.TryGetValue(name, out value);
    }

    /// <summary>Reads a value.</summary>
    /// <exception cref="FormatException"><paramref name="name"/> is not one of the names.</exception>
    public static T Parse(string? name) =>
        TryParse(name, out var value) ? value : throw new FormatException($"'{name}' is not a {typeof(T).Name}.");
}
