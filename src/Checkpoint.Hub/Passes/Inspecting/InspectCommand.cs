using System.CommandLine;
using System.Globalization;
using Checkpoint.Hub.Operations;
using Checkpoint.Journaling;
using Checkpoint.Passes;
using Checkpoint.Passes.Inspecting;
using Checkpoint.Passes.Trust;

namespace Checkpoint.Hub.Passes.Inspecting;

/// <summary><c>pass inspect</c>: what a code is, and what a gate says of it, step by step, and why.</summary>
static class InspectCommand
{
    /// <summary>The command.</summary>
    /// <param name="clock">When codes are judged if no time is given.</param>
    /// <param name="input">What a code <c>-</c> is read from.</param>
    public static Command Create(TimeProvider clock, Func<Stream> input)
    {
        var codes = new InspectedCodes(input);
        var lists = new Option<DirectoryInfo>("--lists") { Description = "名单目录（含 root.pem）；不给则不核验 Folder of the county's lists, with root.pem; nothing is verified without" }.AcceptExistingOnly();
        var at = new Option<string?>("--at") { Description = "按何时判断，默认现在 Moment to judge at, now if not given: 2026-11-21T08:30, 2026-11-21T00:30Z" };
        var areas = new Option<uint[]>("--area") { Description = "卡点收的区域，默认全部 Areas that the checkpoint takes; all if not given", AllowMultipleArgumentsPerToken = true };
        var classes = new Option<string[]>("--class") { Description = "卡点收的证类，默认全部 Classes that the checkpoint takes; all if not given", AllowMultipleArgumentsPerToken = true };
        var registers = new Option<FileInfo[]>("--register") { Description = "登记册 sheet.csv，查短号 Registers of printed sheets, for the short number", AllowMultipleArgumentsPerToken = true };
        var personal = new Option<bool>("--show-personal") { Description = "不遮盖个人信息 Do not mask what is personal" };
        var asJson = new Option<bool>("--json") { Description = "每个码一行 JSON One line of JSON a code, for programs" };
        var command = new Command("inspect", "查看一个码是什么、卡点为何不放行 Say what a code is and why a gate refuses it") { lists, at, areas, classes, registers, personal, asJson };
        codes.AddTo(command);
        return command.Does((given, output) =>
        {
            var state = given.GetValue(lists) is { } folder ? new CountyLists(folder.FullName).State() : null;
            var scope = new GateScope([.. given.GetValue(areas) ?? []], [.. ToolOptions.Names<PassClass>(given.GetValue(classes) ?? [], "--class")]);
            var now = given.GetValue(at) is { } text ? ToolOptions.Moment(text, "--at", clock) : clock.GetUtcNow();
            var book = new SheetRegister(given.GetValue(registers) ?? []);
            var inspector = new PassInspector(state?.ListsFor(scope) ?? PassLists.Empty);
            var inspected = InspectedCodes.Inspect(codes.Read(given), inspector, new(now, ClockQuality.Synced, TimeSpan.Zero))
                .Select(inspection => new InspectedPass(inspection, state, now, book.Find(inspection), given.GetValue(personal))).ToList();

            Write(inspected, given.GetValue(asJson), clock.LocalTimeZone, output);
            if (inspected.Count(pass => pass.IsRefused) is > 0 and var refused)
                throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"{refused} 个码卡点不会放行。 A gate would not let {refused} of these codes pass."));
        });
    }

    static void Write(IEnumerable<InspectedPass> inspected, bool asJson, TimeZoneInfo zone, TextWriter output)
    {
        foreach (var (i, pass) in inspected.Index())
        {
            if (asJson)
            {
                output.WriteLine(InspectJson.Of(pass));
                continue;
            }

            if (i > 0)
                output.WriteLine();
            InspectReport.Write(pass, zone, output);
        }
    }
}
