using System.Collections;
using Checkpoint.Devices;

namespace Checkpoint.Lab.Qr;

/// <summary>Paints a frame with one code in it: seen through a pinhole, blurred, lit and with noise, before a background.</summary>
sealed class CodePainter(Random random)
{
    const int Samples = 3; // squared, to a pixel
    const double Distance = 1.8; // of the eye, in widths of the code

    /// <summary>Paints one frame.</summary>
    /// <param name="modules">The code with its quiet zone; true is dark.</param>
    /// <param name="look">How it is held.</param>
    /// <param name="background">What is behind it, at least as large as the frame.</param>
    public GreyFrame Paint(IReadOnlyList<BitArray> modules, CodeLook look, GreyFrame background)
    {
        var light = new float[look.Width * look.Height];
        var plane = Place(modules.Count, look);
        for (var y = 0; y < look.Height; y++)
        {
            for (var x = 0; x < look.Width; x++)
                light[(y * look.Width) + x] = Sample(modules, look, plane, x, y, background.Pixels.Span[(y * background.Stride) + x]);
        }

        Blur(light, look.Width, look.Height, look.Blur * look.PixelsPerModule);
        return new(Expose(light, look), look.Width, look.Height, look.Width);
    }

    // Where the code's plane lies: its middle at a place by lot where the whole code is in the picture.
    Plane Place(int side, CodeLook look)
    {
        var (turn, tilt, pan) = (Radians(look.Turn), Radians(look.Tilt), Radians(look.Pan));
        var reach = side * look.PixelsPerModule * ((Math.Abs(Math.Cos(turn)) + Math.Abs(Math.Sin(turn))) / 2) * (look.Tilt == 0 && look.Pan == 0 ? 1 : 1.15);
        var x = Free(look.Width, reach);
        var y = Free(look.Height, reach);
        return new(x, y, side, turn, tilt, pan);
    }

    double Free(int extent, double reach) => reach * 2 >= extent - 4 ? extent / 2.0 : CodeConditions.Between(random, reach + 2, extent - reach - 2);

    static float Sample(IReadOnlyList<BitArray> modules, CodeLook look, Plane plane, int x, int y, byte behind)
    {
        var sum = 0.0;
        for (var sy = 0; sy < Samples; sy++)
        {
            for (var sx = 0; sx < Samples; sx++)
            {
                var (u, v) = plane.Unproject(x + ((sx + 0.5) / Samples), y + ((sy + 0.5) / Samples), look.PixelsPerModule);
                sum += Light(modules, look, u, v, behind);
            }
        }

        return (float)(sum / (Samples * Samples));
    }

    static double Light(IReadOnlyList<BitArray> modules, CodeLook look, double u, double v, byte behind)
    {
        var side = modules.Count;
        var bezel = look.HasBezel ? 6 : 0;
        if (u < -bezel || v < -bezel || u >= side + bezel || v >= side + bezel)
            return behind;
        if (u < 0 || v < 0 || u >= side || v >= side)
            return 15;
        return modules[(int)v][(int)u] != look.IsInverted ? look.Ink : look.Paper;
    }

    static void Blur(float[] light, int width, int height, double sigma)
    {
        if (sigma < 0.2)
            return;
        var radius = (int)Math.Ceiling(3 * sigma);
        var kernel = Enumerable.Range(-radius, (2 * radius) + 1).Select(k => Math.Exp(-k * k / (2 * sigma * sigma))).ToArray();
        var whole = kernel.Sum();
        var weights = kernel.Select(k => (float)(k / whole)).ToArray();
        Convolve(light, weights, height, width, width, 1);
        Convolve(light, weights, width, height, 1, width);
    }

    // One pass along lines that start `between` apart and step by `along`.
    static void Convolve(float[] light, float[] weights, int lines, int length, int between, int along)
    {
        var radius = weights.Length / 2;
        var line = new float[length];
        for (var n = 0; n < lines; n++)
        {
            for (var i = 0; i < length; i++)
            {
                var sum = 0f;
                for (var k = -radius; k <= radius; k++)
                    sum += weights[k + radius] * light[(n * between) + (Math.Clamp(i + k, 0, length - 1) * along)];
                line[i] = sum;
            }

            for (var i = 0; i < length; i++)
                light[(n * between) + (i * along)] = line[i];
        }
    }

    byte[] Expose(float[] light, CodeLook look)
    {
        var pixels = new byte[light.Length];
        var (x0, y0) = (random.NextDouble() * look.Width, random.NextDouble() * look.Height);
        var reach = CodeConditions.Between(random, 0.08, 0.25) * look.Width;
        for (var i = 0; i < light.Length; i++)
        {
            var (dx, dy) = ((i % look.Width) - x0, (i / look.Width) - y0);
            var lamp = look.Glare * Math.Exp(-((dx * dx) + (dy * dy)) / (2 * reach * reach));
            pixels[i] = (byte)Math.Clamp(light[i] + lamp + (look.Noise * Gauss()) + 0.5, byte.MinValue, byte.MaxValue);
        }

        return pixels;
    }

    double Gauss() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    static double Radians(double degrees) => degrees * Math.PI / 180;

    // The plane through (X, Y), turned, leaned back and turned away; Distance sides in front of the eye.
    sealed record Plane(double X, double Y, int Side, double Turn, double Tilt, double Pan)
    {
        public (double U, double V) Unproject(double x, double y, double scale)
        {
            var eye = Distance * Side;
            var (dx, dy) = ((x - X) / scale / eye, (y - Y) / scale / eye);
            var (ct, st, cp, sp) = (Math.Cos(Tilt), Math.Sin(Tilt), Math.Cos(Pan), Math.Sin(Pan));

            // The plane's axes and normal in the eye's coordinates; the ray (dx, dy, 1) meets it where its depth is that of the middle.
            var (nx, ny, nz) = (sp, -st * cp, ct * cp);
            var depth = eye * nz / ((nx * dx) + (ny * dy) + nz);
            var (px, py, pz) = (dx * depth, dy * depth, depth - eye);
            var a = (px * cp) + (py * st * sp) - (pz * ct * sp);
            var b = (py * ct) + (pz * st);
            var (c, s) = (Math.Cos(Turn), Math.Sin(Turn));
            return ((a * c) + (b * s) + (Side / 2.0), (b * c) - (a * s) + (Side / 2.0));
        }
    }
}
