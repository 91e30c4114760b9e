using System.Globalization;
using Checkpoint.Passes;

namespace Checkpoint.Hub.Passes;

/// <summary>Rows of a village's list: CSV with a heading, commas, no quotes, UTF-8.</summary>
static class PassRows
{
    static readonly string[] Known = ["household", "class", "area", "destination", "plate", "name"];

    /// <summary>Reads the rows.</summary>
    /// <param name="file">The list.</param>
    /// <param name="template">What a row does not say.</param>
    /// <exception cref="InvalidDataException">A row is not right; the message names it, not what it says.</exception>
    public static IReadOnlyList<PassRequest> Read(FileInfo file, PassRequest template)
    {
        var lines = File.ReadAllLines(file.FullName);
        var heads = lines is [var first, ..] ? first.TrimStart('\uFEFF').Split(',') : [];
        if (heads.Length == 0 || !heads.All(Known.Contains) || heads.Distinct(StringComparer.Ordinal).Count() != heads.Length)
            throw new InvalidDataException($"{file.Name}: 第一行应为列名 the first row names the columns: {string.Join(",", Known)}");
        if (lines.Length - 1 is 0 or > SheetCommand.MaxPasses)
            throw new InvalidDataException($"{file.Name}: 应有 1 到 {SheetCommand.MaxPasses} 行 expected 1 to {SheetCommand.MaxPasses} rows");
        return [.. lines.Skip(1).Select((line, i) => Row(file, heads, line, i + 2, template))];
    }

    static PassRequest Row(FileInfo file, string[] heads, string line, int number, PassRequest template)
    {
        var cells = line.Split(',');
        if (cells.Length != heads.Length || line.Contains('"', StringComparison.Ordinal))
            throw Wrong(file, number, "列数");
        var row = template;
        foreach (var (head, cell) in heads.Zip(cells).Where(pair => pair.Second.Length > 0))
        {
            row = head switch
            {
                "household" => row with { Household = Number(file, number, head, cell) },
                "area" => row with { Area = Number(file, number, head, cell) },
                "destination" => row with { Destination = Number(file, number, head, cell) },
                "class" => row with { Class = ToolOptions.Name<PassClass>(cell, head) },
                "plate" => row with { Plate = cell },
                _ => row with { Name = cell },
            };
        }

        return row;
    }

    static uint Number(FileInfo file, int row, string head, string cell) =>
        uint.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : throw Wrong(file, row, head);

    static InvalidDataException Wrong(FileInfo file, int row, string what) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{file.Name}: 第 {row} 行有误（{what}） row {row} is not right ({what})"));
}
