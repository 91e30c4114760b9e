using System.Diagnostics;
using Checkpoint.Devices.Pictures;
using Microsoft.VisualBasic.FileIO;

namespace Checkpoint.Devices.Codes;

/// <summary>Pictures of codes: recorded ones with what they say, and ones made on the spot.</summary>
static class CodePictures
{
    /// <summary>The recorded pictures of some sets.</summary>
    /// <param name="prefixes">How the sets' names start.</param>
    public static IReadOnlyList<CodePicture> Recorded(params string[] prefixes)
    {
        var manifest = SharedData.Require("qr/manifest.csv");
        var folder = Path.GetDirectoryName(manifest)!;
        return
        [
            .. Records(manifest).Skip(1)
                .Where(r => prefixes.Any(p => r[1].StartsWith(p, StringComparison.Ordinal)))
                .Select(r => new CodePicture(Path.Combine(folder, r[0]), Convert.FromHexString(r[4])))
        ];
    }

    /// <summary>Pictures that qrencode makes of a text.</summary>
    public static async Task<IReadOnlyList<GreyFrame>> MakeAsync(string text, CancellationToken cancel, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        var start = new ProcessStartInfo("qrencode", [.. arguments, "-s", "6", "-o", folder.File("code.png"), text]);
        try
        {
            using var process = Process.Start(start)!;
            await process.WaitForExitAsync(cancel);
            process.ExitCode.ShouldBe(0);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("no qrencode");
        }

        return [.. Directory.GetFiles(folder.Path).Order(StringComparer.Ordinal).Select(GreyPng.ReadFile)];
    }

    static IEnumerable<string[]> Records(string path)
    {
        using var csv = new TextFieldParser(path) { HasFieldsEnclosedInQuotes = true };
        csv.SetDelimiters(",");
        while (csv.ReadFields() is { } fields)
            yield return fields;
    }
}
