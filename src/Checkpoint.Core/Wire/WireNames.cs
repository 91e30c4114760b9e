using System.Text.Json;

namespace Checkpoint.Wire;

/// <summary>
/// The names of one enumeration, the same code for all of them: what a generic table for each would cost is compiled at every start of a box.
/// </summary>
sealed class WireNames
{
    readonly Dictionary<int, string> names = [];
    readonly Dictionary<string, int> values = new(StringComparer.Ordinal);

    /// <summary>Makes the table.</summary>
    /// <param name="enumeration">An enumeration of <see cref="int"/>.</param>
    public static WireNames Of(Type enumeration)
    {
        var table = new WireNames();
        foreach (var value in (int[])Enum.GetValuesAsUnderlyingType(enumeration))
        {
            var name = JsonNamingPolicy.KebabCaseLower.ConvertName(Enum.GetName(enumeration, value)!);
            table.names.Add(value, name);
            table.values.Add(name, value);
        }

        return table;
    }

    /// <summary>Spells a value.</summary>
    public string Of(int value) => names[value];

    /// <summary>Reads a value; 0 if there is none of that name.</summary>
    public bool TryParse(string? name, out int value)
    {
        value = 0;
        return name is not null && values.TryGetValue(name, out value);
    }
}
