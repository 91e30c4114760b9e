using System.Runtime.CompilerServices;

#pragma warning disable CA1000 // one table of names for each enumeration is the point
namespace Checkpoint.Wire;

/// <summary>How the values of an enumeration are spelt on the wire and in the ledger: kebab case of the English name.</summary>
/// <typeparam name="T">An enumeration of <see cref="int"/> whose names never change once published.</typeparam>
public static class WireName<T>
    where T : struct, Enum
{
    static readonly WireNames Names = WireNames.Of(typeof(T));

    /// <summary>Spells a value.</summary>
    public static string Of(T value) => Names.Of(Unsafe.BitCast<T, int>(value));

    /// <summary>Reads a value.</summary>
    public static bool TryParse(string? name, out T value)
    {
        var good = Names.TryParse(name, out var number);
        value = Unsafe.BitCast<int, T>(number);
        return good;
    }

    /// <summary>Reads a value.</summary>
    /// <exception cref="FormatException"><paramref name="name"/> is not one of the names.</exception>
    public static T Parse(string? name) =>
        TryParse(name, out var value) ? value : throw new FormatException($"'{name}' is not a {typeof(T).Name}.");
}
