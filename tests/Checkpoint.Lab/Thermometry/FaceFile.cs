using System.Globalization;
using Checkpoint.Sensing;

namespace Checkpoint.Lab.Thermometry;

/// <summary>
/// Reads face data: some rows of headings, of which the one with <c>SubjectID</c> names the columns, then a row a person. A reading that
/// is none, or that no face has, is missing; a person without a reference or an ambient temperature is left out.
/// </summary>
sealed class FaceFile
{
    const int Rounds = 4;
    static readonly string[] GroupColumns = ["Gender", "Age", "Ethnicity"];

    /// <summary>Everybody who can be used, in the order of the rows.</summary>
    public required IReadOnlyList<FacePerson> People { get; init; }

    /// <summary>Rows that were left out.</summary>
    public int LeftOut { get; private init; }

    /// <summary>Readings that are missing or impossible, of all that are looked at.</summary>
    public int Missing { get; private init; }

    /// <summary>Reads one.</summary>
    /// <exception cref="InvalidDataException">No row names the columns that are needed.</exception>
    public static FaceFile Read(FileInfo file, IReadOnlyCollection<string> prefixes)
    {
        var rows = File.ReadLines(file.FullName).Select(line => line.TrimEnd('\r').Split(',')).ToList();
        var heading = rows.FindIndex(row => row.Any(cell => string.Equals(Name(cell), "SUBJECTID", StringComparison.Ordinal)));
        if (heading < 0)
            throw new InvalidDataException($"{file.Name}: no row of headings with SubjectID.");
        var columns = rows[heading].Select((cell, place) => (Name: Name(cell), place)).Where(column => column.Name.Length > 0)
            .DistinctBy(column => column.Name, StringComparer.Ordinal).ToDictionary(column => column.Name, column => column.place, StringComparer.Ordinal);
        foreach (var needed in prefixes.Select(prefix => prefix + "1").Append("aveOralM").Append("T_atm"))
        {
            if (!columns.ContainsKey(Name(needed)))
                throw new InvalidDataException($"{file.Name}: no column {needed}.");
        }

        var data = rows.Skip(heading + 1).Where(row => row.Any(cell => cell.Trim().Length > 0)).ToList();
        var people = data.Select(row => Person(row, columns, prefixes)).OfType<FacePerson>().ToList();
        return new()
        {
            People = people,
            LeftOut = data.Count - people.Count,
            Missing = (people.Count * prefixes.Count * Rounds) - people.Sum((FacePerson person) => person.Readings.Values.Sum((SurfaceTemperature[] rounds) => rounds.Length)),
        };
    }

    static FacePerson? Person(string[] row, Dictionary<string, int> columns, IReadOnlyCollection<string> prefixes)
    {
        if (Hundredths(row, columns, "aveOralM", 34, 43) is not { } oral || Hundredths(row, columns, "T_atm", 0, 50) is not { } air)
            return null;
        var readings = prefixes.ToDictionary(prefix => prefix, prefix => RoundsOf(row, columns, prefix), StringComparer.Ordinal);
        var groups = GroupColumns.ToDictionary(name => name, name => Cell(row, columns, name), StringComparer.Ordinal);
        return new(readings, BodyTemperature.FromHundredths(oral), AmbientTemperature.FromHundredths(air), groups);
    }

    static SurfaceTemperature[] RoundsOf(string[] row, Dictionary<string, int> columns, string prefix) =>
    [
        .. Enumerable.Range(1, Rounds)
            .Select(round => Hundredths(row, columns, prefix + round.ToString(CultureInfo.InvariantCulture), 25, 45))
            .OfType<int>().Select(SurfaceTemperature.FromHundredths),
    ];

    static int? Hundredths(string[] row, Dictionary<string, int> columns, string name, double least, double most) =>
        double.TryParse(Cell(row, columns, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
        && value >= least && value <= most
            ? (int)Math.Round(value * 100, MidpointRounding.ToEven)
            : null;

    static string Cell(string[] row, Dictionary<string, int> columns, string name) =>
        columns.TryGetValue(Name(name), out var place) && place < row.Length ? row[place].Trim().Trim('"') : "";

    static string Name(string cell) => cell.Trim('\uFEFF', ' ', '"').ToUpperInvariant();
}
