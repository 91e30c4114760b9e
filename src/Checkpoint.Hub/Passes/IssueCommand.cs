using System.CommandLine;
using Checkpoint.Hub.Operations;

namespace Checkpoint.Hub.Passes;

/// <summary><c>pass issue</c>: one pass, as text or as a picture.</summary>
static class IssueCommand
{
    const int PixelsPerModule = 10;

    /// <summary>The command.</summary>
    public static Command Create(TimeProvider clock)
    {
        var key = ToolOptions.Key("发证私钥 The issuing key");
        var asked = new PassOptions(clock);
        var household = new Option<uint?>("--household") { Description = "户号 Household in its area, from 1" };
        var plate = new Option<string?>("--plate") { Description = "车牌（证上只有校验值） Plate; the pass holds a check only" };
        var name = new Option<string?>("--name") { Description = "姓名（证上只有校验值） Name; the pass holds a check only" };
        var target = new Option<FileInfo?>("--out") { Description = "图片 .svg 或 .png；不给则输出文字 Picture; text on the output if not given" };
        var command = new Command("issue", "签发一张通行证 Issue one pass") { key, household, plate, name, target };
        foreach (var option in asked.All)
            command.Add(option);
        return command.Does((given, output) =>
        {
            using var signing = KeyFiles.ReadPrivate(given.GetRequiredValue(key));
            var request = asked.Read(given) with
            {
                Household = given.GetValue(household),
                Plate = given.GetValue(plate),
                Name = given.GetValue(name),
            };
            var (number, text) = request.Issue(KeyFiles.EntryOf(given.GetRequiredValue(key), signing), signing);
            if (given.GetValue(target) is { } file)
                Write(file, text);
            else
                output.WriteLine(text);
            output.WriteLine($"证号（登记留存，作废时用） number, for the register: {number}");
        });
    }

    static void Write(FileInfo file, string text)
    {
        using var picture = QrPicture.Draw(text);
        if (string.Equals(file.Extension, ".png", StringComparison.OrdinalIgnoreCase))
            File.WriteAllBytes(file.FullName, picture.ToPng(PixelsPerModule));
        else if (string.Equals(file.Extension, ".svg", StringComparison.OrdinalIgnoreCase))
            File.WriteAllText(file.FullName, picture.ToSvg(SheetPage.CodeMillimetres));
        else
            throw ToolOptions.Wrong("--out", file.Name, "*.svg, *.png");
    }
}
