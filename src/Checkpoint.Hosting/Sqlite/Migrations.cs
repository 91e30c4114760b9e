using System.Globalization;
using System.Reflection;

namespace Checkpoint.Hosting.Sqlite;

/// <summary>Numbered SQL files, <c>NNNN_name.sql</c> from 0001 without a gap, embedded in an assembly. They are only ever added.</summary>
public static class Migrations
{
    const int Digits = 4;

    /// <summary>Reads them in order; the first is version 1.</summary>
    /// <exception cref="InvalidOperationException">There are none under the prefix, or a number is missing or doubled.</exception>
    public static IReadOnlyList<string> Read(Assembly assembly, string prefix)
    {
        var names = assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(prefix, StringComparison.Ordinal) && n.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToList();
        if (names.Count == 0)
            throw new InvalidOperationException($"{assembly.GetName().Name} has no migrations under '{prefix}'.");

        for (var i = 0; i < names.Count; i++)
        {
            if (Number(names[i][prefix.Length..].TrimStart('.')) != i + 1)
                throw new InvalidOperationException($"Migration {names[i]} should be number {i + 1}.");
        }

        return names.ConvertAll(n => Text(assembly, n));
    }

    static int? Number(string file) =>
        file.Length > Digits
        && file[Digits] == '_'
        && int.TryParse(file.AsSpan(0, Digits), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    static string Text(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
