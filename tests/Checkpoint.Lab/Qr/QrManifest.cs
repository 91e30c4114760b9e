using Microsoft.VisualBasic.FileIO;

namespace Checkpoint.Lab.Qr;

/// <summary>
/// A list of pictures: CSV (RFC 4180, fields may hold line breaks) with the columns path, set, kind (pos or neg), expected_text and
/// expected_hex, in any order; paths are relative to it.
/// </summary>
static class QrManifest
{
    /// <summary>Reads it.</summary>
    /// <exception cref="InvalidDataException">A column is missing, or a line has too few fields.</exception>
    public static IReadOnlyList<QrPicture> Read(string file)
    {
        using var csv = new TextFieldParser(file) { HasFieldsEnclosedInQuotes = true, TrimWhiteSpace = false };
        csv.SetDelimiters(",");
        var names = csv.ReadFields() ?? throw new InvalidDataException($"{file}: empty.");
        var (path, set, kind, text, hex) = (Column("path"), Column("set"), Column("kind"), Column("expected_text"), Column("expected_hex"));
        var pictures = new List<QrPicture>();
        while (csv.ReadFields() is { } fields)
        {
            if (fields.Length < names.Length)
                throw new InvalidDataException($"{file}: a line has {fields.Length} fields; expected {names.Length}.");
            pictures.Add(new(
                Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, fields[path]), fields[path], fields[set],
                string.Equals(fields[kind], "pos", StringComparison.Ordinal) ? QrKind.Code : QrKind.Empty,
                fields[text], Convert.FromHexString(fields[hex])));
        }

        return pictures;

        int Column(string name) => Array.IndexOf(names, name) is >= 0 and var at
            ? at
            : throw new InvalidDataException($"{file}: no column {name}; expected path, set, kind, expected_text and expected_hex.");
    }
}
