using System.Text;
using Checkpoint.Devices.Codes;
using Checkpoint.Devices.Pictures;

namespace Checkpoint.Devices.Cameras;

/// <summary>What a camera sees when somebody holds a code before it.</summary>
static class CodeFrames
{
    /// <summary>The most frames that are looked at until a code is read.</summary>
    public const int MostLooks = 60;

    const byte Wall = 0xC0;

    /// <summary>A code in the middle of a wall.</summary>
    public static async Task<GreyFrame> MakeAsync(string text, int width, int height, CancellationToken cancel)
    {
        var code = (await CodePictures.MakeAsync(text, cancel))[0];
        var pixels = new byte[width * height];
        Array.Fill(pixels, Wall);
        var (left, top) = ((width - code.Width) / 2, (height - code.Height) / 2);
        for (var y = 0; y < code.Height; y++)
            code.Row(y).CopyTo(pixels.AsSpan(((top + y) * width) + left));
        return new(pixels, width, height, width);
    }

    /// <summary>Looks at one frame after another until a code is read.</summary>
    public static async Task<string?> ReadAsync(ICamera camera, CancellationToken cancel)
    {
        using var decoder = OpenDecoder();
        for (var look = 0; look < MostLooks; look++)
        {
            if (decoder.Decode(await camera.NextAsync(cancel)) is { } symbol)
                return Encoding.ASCII.GetString(symbol.Bytes.Span);
        }

        return null;
    }

    static PatientDecoder OpenDecoder()
    {
        Assert.SkipUnless(ZxingDecoder.IsInstalled || ZbarDecoder.IsInstalled, "no library for QR codes");
        return QrDecoders.Open();
    }
}
