using Checkpoint.Passes.Inspecting;

namespace Checkpoint.Hub.Passes.Inspecting;

/// <summary>The registers that <c>pass sheet</c> wrote: from a pass to the short number that is printed beside it.</summary>
/// <param name="files">The registers.</param>
sealed class SheetRegister(IEnumerable<FileInfo> files)
{
    readonly Dictionary<string, string> numbers = new(files.SelectMany(Read).DistinctBy(row => row.Key, StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>The short number of a pass, or null.</summary>
    public string? Find(PassInspection inspection) =>
        inspection.Claims is { } claims && numbers.TryGetValue(new PassNumber(claims.Key, claims.Id).ToString(), out var found) ? found : null;

    static IEnumerable<KeyValuePair<string, string>> Read(FileInfo file)
    {
        foreach (var cells in File.ReadLines(file.FullName).Take(SheetCommand.MaxPasses + 1).Select(line => line.Split(',')))
        {
            if (cells is [var number, var pass, ..])
                yield return KeyValuePair.Create(pass, PlainText.Of(number));
            else
                throw new InvalidDataException($"{file.Name}: 不是登记册。 Not a register as pass sheet writes it.");
        }
    }
}
