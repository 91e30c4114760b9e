using System.Globalization;
using Checkpoint.Carrying;
using Checkpoint.Edge.Configuration;
using Checkpoint.Edge.Journaling;
using Checkpoint.Hosting.Files;

namespace Checkpoint.Edge.Carrying;

/// <summary><c>carry qr</c>: the codes as texts or pictures.</summary>
static class CarryQr
{
    const int AtOnce = 250;

    /// <summary>Writes them.</summary>
    /// <param name="configuration">The box's.</param>
    /// <param name="pictures">Folder for pictures; null for texts to <paramref name="output"/>.</param>
    /// <param name="output">Gets texts, or names of pictures.</param>
    /// <param name="words">Told how many.</param>
    /// <returns>0.</returns>
    /// <exception cref="IOException">The journal cannot be read, or a picture not written.</exception>
    public static int Run(EdgeConfiguration configuration, string? pictures, TextWriter output, TextWriter words)
    {
        var places = configuration.ToCarryPlaces();
        using var key = BoxKeyFile.Read(places);
        using var file = JournalFile.Open(places.Journal);
        var made = LastDayCodes.Make(
            new(file.Released + 1, file.Written), range => [.. file.After(range.First - 1, AtOnce).Where(row => row.Key.Seq <= range.Last)], key);
        foreach (var code in made.Codes)
            Write(code, pictures, output);
        words.WriteLine(CarryPage.Summary(made));
        return 0;
    }

    static void Write(CarryCode code, string? pictures, TextWriter output)
    {
        if (pictures is null)
        {
            output.WriteLine(code.Text);
            return;
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"checkpoint-code-{code.Number:000}-of-{code.Of:000}.png");
        new StickFolder(pictures).Write(name, CodePicture.Png(code, CodePicture.PrintPixels));
        output.WriteLine(name);
    }
}
