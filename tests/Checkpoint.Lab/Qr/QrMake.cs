using System.CommandLine;
using System.Globalization;
using System.Text;
using Checkpoint.Devices;
using Checkpoint.Devices.Pictures;
using QRCoder;

namespace Checkpoint.Lab.Qr;

/// <summary><c>qr-make DIR</c>: paints codes that nothing was tuned on, with a manifest that <c>qr</c> reads.</summary>
static class QrMake
{
    static readonly int[] PayloadBytes = [30, 120, 300, 550];
    static readonly (int Width, int Height)[] Frames = [(640, 480), (1280, 720)];

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("DIR") { Description = "Where to write." };
        var backgrounds = new Option<FileInfo>("--backgrounds") { Description = "A manifest; its pictures without a code are what is behind.", Required = true };
        var seed = new Option<int>("--seed") { Description = "Other seeds make other pictures.", DefaultValueFactory = _ => 1 };
        var each = new Option<int>("--each") { Description = "Pictures a condition, payload and frame size.", DefaultValueFactory = _ => 3 };
        var command = new Command("qr-make", "Paint codes as a gate's camera sees them, and a manifest.") { folder, backgrounds, seed, each };
        command.SetAction(arguments => Make(
            arguments.GetRequiredValue(folder).FullName,
            arguments.GetRequiredValue(backgrounds).FullName,
            new Random(arguments.GetValue(seed)),
            arguments.GetValue(each)));
        return command;
    }

    static int Make(string folder, string backgrounds, Random random, int each)
    {
        var behind = QrManifest.Read(backgrounds).Where(p => p.Kind == QrKind.Empty).Select(p => GreyPng.ReadFile(p.Path)).ToList();
        var manifest = new StringBuilder("path,set,kind,expected_text,expected_hex,source,licence,width,height\n");
        var made = 0;
        foreach (var (set, look) in Looks(random, each))
        {
            foreach (var bytes in PayloadBytes)
            {
                var text = "v1.made." + Token(random, bytes - 8);
                using var code = QRCodeGenerator.GenerateQrCode(Encoding.ASCII.GetBytes(text), QRCodeGenerator.ECCLevel.M);
                var fitting = string.Equals(set, "syn-ppm", StringComparison.Ordinal) ? look : Fit(look, code.ModuleMatrix.Count, random);
                var frame = new CodePainter(random).Paint(code.ModuleMatrix, fitting, Background(behind, fitting, random));
                var name = string.Create(CultureInfo.InvariantCulture, $"{set}/{made++:0000}-{bytes}B-ppm{fitting.PixelsPerModule:0.00}.png");
                Directory.CreateDirectory(Path.Combine(folder, set));
                using var file = File.Create(Path.Combine(folder, name));
                GreyPng.Write(file, frame);
                manifest.Append(CultureInfo.InvariantCulture, $"{name},{set},pos,{text},{Convert.ToHexStringLower(Encoding.ASCII.GetBytes(text))},made here,own,{look.Width},{look.Height}\n");
            }
        }

        File.WriteAllText(Path.Combine(folder, "manifest.csv"), manifest.ToString());
        Console.WriteLine($"{made} passed, 0 failed");
        return 0;
    }

    static IEnumerable<(string Set, CodeLook Look)> Looks(Random random, int each)
    {
        for (var i = 0; i < each; i++)
        {
            foreach (var (width, height) in Frames)
            {
                foreach (var name in CodeConditions.Names)
                    yield return ($"syn-{name}", CodeConditions.Draw(name, new(width, height, CodeConditions.Between(random, 2, 5.5)), random));
            }

            foreach (var size in CodeConditions.ModuleSizes)
                yield return ("syn-ppm", CodeConditions.Step(size));
        }
    }

    // As large as wanted, but wholly in the picture; a code of many modules has to come close.
    static CodeLook Fit(CodeLook look, int side, Random random)
    {
        var most = (look.Height - 6) / (side * 1.42);
        return look with { PixelsPerModule = Math.Max(2, Math.Min(look.PixelsPerModule, CodeConditions.Between(random, 0.8, 1) * most)) };
    }

    static GreyFrame Background(List<GreyFrame> behind, CodeLook look, Random random)
    {
        var doubling = new CubicDoubling();
        var canvas = new GreyCanvas();
        var picture = behind[random.Next(behind.Count)];
        while (picture.Width < look.Width || picture.Height < look.Height)
        {
            canvas = new();
            doubling.Draw(picture, canvas);
            picture = canvas.Frame;
        }

        return picture;
    }

    static string Token(Random random, int length)
    {
        const string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        return new([.. Enumerable.Range(0, length).Select(_ => letters[random.Next(letters.Length)])]);
    }
}
