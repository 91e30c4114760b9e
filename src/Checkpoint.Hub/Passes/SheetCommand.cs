using System.CommandLine;
using System.Globalization;
using System.Text;
using Checkpoint.Hub.Operations;

namespace Checkpoint.Hub.Passes;

/// <summary><c>pass sheet</c>: a printable page of passes, and the register that says which is whose.</summary>
static class SheetCommand
{
    /// <summary>Passes in one go.</summary>
    public const int MaxPasses = 10_000;

    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The command.</summary>
    public static Command Create(TimeProvider clock)
    {
        var key = ToolOptions.Key("发证私钥 The issuing key");
        var asked = new PassOptions(clock);
        var count = new Option<int?>("--count") { Description = "张数 How many" };
        var csv = new Option<FileInfo?>("--csv") { Description = "名册 CSV：household, plate, name, destination Rows, one pass each" };
        var title = new Option<string>("--title") { Description = "页眉 Heading", DefaultValueFactory = _ => "通行证 Passes" };
        var target = new Option<FileInfo>("--out") { Description = "页面 .html；登记册写在旁边 .csv Page; the register is written beside it", Required = true };
        var command = new Command("sheet", "打印一批通行证 A printable page of passes") { key, count, csv, title, target };
        foreach (var option in asked.All)
            command.Add(option);
        return command.Does((given, output) =>
        {
            using var signing = KeyFiles.ReadPrivate(given.GetRequiredValue(key));
            var issuer = KeyFiles.EntryOf(given.GetRequiredValue(key), signing);
            var rows = Rows(asked.Read(given), given.GetValue(count), given.GetValue(csv));
            var passes = rows.Select((row, i) => (Row: row, Pass: row.Issue(issuer, signing), Short: Short(issuer.Id.Value, i + 1))).ToList();
            var page = SheetPage.Make(given.GetRequiredValue(title), passes.Select(pass => Code(pass.Short, pass.Row, pass.Pass.Text, clock)));

            var file = given.GetRequiredValue(target).FullName;
            File.WriteAllText(file, page);
            var register = Path.ChangeExtension(file, ".csv");
            WriteRegister(register, passes.Select(pass => (pass.Short, pass.Pass.Number, pass.Row)));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file}: {passes.Count} 张 passes，A4 打印，缩放 100 % print on A4 at 100 %"));
            output.WriteLine($"{register}: 登记册，妥善保管 the register: keep it safe, it is needed to take a pass back");
        });
    }

    static IEnumerable<PassRequest> Rows(PassRequest template, int? count, FileInfo? csv)
    {
        if (csv is null == count is null)
            throw new InvalidDataException("--count 或 --csv，给一个。 Give --count or --csv, one of them.");
        if (csv is not null)
            return PassRows.Read(csv, template);
        return count is >= 1 and <= MaxPasses
            ? Enumerable.Repeat(template, count.Value)
            : throw ToolOptions.Wrong("--count", count!.Value.ToString(CultureInfo.InvariantCulture), $"1 … {MaxPasses}");
    }

    static string Short(string key, int number) => string.Create(CultureInfo.InvariantCulture, $"{key}-{number:000}");

    static SheetCode Code(string number, PassRequest row, string text, TimeProvider clock)
    {
        using var picture = QrPicture.Draw(text);
        var until = TimeZoneInfo.ConvertTime(row.Until, clock.LocalTimeZone);
        return new(number, string.Create(CultureInfo.InvariantCulture, $"至 until {until:yyyy-MM-dd}"), picture.ToSvg(SheetPage.CodeMillimetres));
    }

    // It leads from a pass to a household: for its owner alone.
    static void WriteRegister(string path, IEnumerable<(string Short, PassNumber Number, PassRequest Row)> passes)
    {
        using var file = new FileStream(
            path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnerOnly });
        using var csv = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        csv.WriteLine("number,pass,class,area,household,from,until");
        foreach (var (number, pass, row) in passes)
            csv.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{number},{pass},{Wire.WireName<Checkpoint.Passes.PassClass>.Of(row.Class)},{row.Area},{row.Household},{row.From:yyyy-MM-dd'T'HH:mm'Z'},{row.Until:yyyy-MM-dd'T'HH:mm'Z'}"));
    }
}
