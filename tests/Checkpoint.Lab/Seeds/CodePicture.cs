using Checkpoint.Devices;
using Checkpoint.Devices.Pictures;
using QRCoder;

namespace Checkpoint.Lab.Seeds;

/// <summary>A camera frame of somebody holding up a code: 640×480, a lit background, a white card with the code a little off centre.</summary>
static class CodePicture
{
    const int Width = 640;
    const int Height = 480;
    const byte Paper = 235;
    const byte Ink = 30;
    const int MaxOffset = 24;

    /// <summary>Draws the frame and writes it as a PNG file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">What the code says.</param>
    /// <param name="seed">Seed of noise and place: the same seed gives the same picture.</param>
    public static void Write(string path, string text, int seed)
    {
        var random = new Random(seed);
        var pixels = Background(random);
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        Draw(pixels, data.ModuleMatrix, random);
        using var file = File.Create(path);
        GreyPng.Write(file, new GreyFrame(pixels, Width, Height, Width));
    }

    static byte[] Background(Random random)
    {
        var pixels = new byte[Width * Height];
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = (byte)(90 + (i % Width / 16) + random.Next(3));
        return pixels;
    }

    static void Draw(byte[] pixels, List<System.Collections.BitArray> modules, Random random)
    {
        // QRCoder's matrix carries the quiet zone already.
        var side = modules.Count;
        var scale = (Height - (2 * MaxOffset)) / side;
        var left = ((Width - (side * scale)) / 2) + random.Next(-MaxOffset, MaxOffset + 1);
        var top = ((Height - (side * scale)) / 2) + random.Next(-MaxOffset, MaxOffset + 1);
        for (var y = 0; y < side * scale; y++)
        {
            for (var x = 0; x < side * scale; x++)
            {
                var dark = modules[y / scale][x / scale];
                pixels[((top + y) * Width) + left + x] = (byte)((dark ? Ink : Paper) + random.Next(-2, 3));
            }
        }
    }
}
