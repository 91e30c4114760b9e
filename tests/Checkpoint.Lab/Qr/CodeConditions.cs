namespace Checkpoint.Lab.Qr;

/// <summary>The conditions at a gate that codes are made in.</summary>
static class CodeConditions
{
    /// <summary>Module sizes of the sweep, in pixels.</summary>
    public static readonly double[] ModuleSizes = [1.25, 1.5, 1.75, 2, 2.5, 3, 4];

    /// <summary>The conditions by the name of their set, without the sweep.</summary>
    public static readonly string[] Names =
        ["clean", "rotate", "perspective", "blur", "noise", "lowcontrast", "glare", "phone", "inverted", "gate"];

    /// <summary>Draws one code's look by lot.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="plain">Frame and size.</param>
    /// <param name="random">The lot.</param>
    public static CodeLook Draw(string name, CodeLook plain, Random random) => name switch
    {
        "clean" => plain with { Turn = Between(random, -3, 3) },
        "rotate" => plain with { Turn = Between(random, -180, 180), Blur = 0.15 },
        "perspective" => plain with { Turn = Between(random, -15, 15), Tilt = Between(random, -35, 35), Pan = Between(random, -35, 35) },
        "blur" => plain with { Turn = Between(random, -5, 5), Blur = Between(random, 0.3, 0.75), Noise = 2 },
        "noise" => plain with { Turn = Between(random, -5, 5), Blur = 0.15, Noise = Between(random, 12, 40) },
        "lowcontrast" => LowContrast(plain, random),
        "glare" => plain with { Turn = Between(random, -10, 10), Blur = 0.2, Noise = 3, Glare = Between(random, 100, 220) },
        "phone" => plain with { Turn = Between(random, -10, 10), Tilt = Between(random, -15, 15), Blur = 0.25, Noise = 4, HasBezel = true, Paper = 245 },
        "inverted" => plain with { Turn = Between(random, -10, 10), Blur = 0.15, Noise = 3, IsInverted = true },
        "gate" => plain with
        {
            Turn = Between(random, -30, 30),
            Tilt = Between(random, -25, 25),
            Pan = Between(random, -25, 25),
            Blur = Between(random, 0.2, 0.5),
            Noise = Between(random, 3, 12),
            Glare = random.NextDouble() < 0.4 ? Between(random, 60, 160) : 0,
            HasBezel = random.NextDouble() < 0.6,
            Ink = Between(random, 30, 80),
            Paper = Between(random, 150, 220),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such condition."),
    };

    /// <summary>One step of the sweep over module sizes.</summary>
    public static CodeLook Step(double size) => new(1280, 720, size) { Blur = 0.2, Noise = 3 };

    /// <summary>A number between two.</summary>
    public static double Between(Random random, double least, double most) => least + ((most - least) * random.NextDouble());

    static CodeLook LowContrast(CodeLook plain, Random random)
    {
        var ink = Between(random, 40, 160);
        return plain with { Turn = Between(random, -5, 5), Blur = 0.2, Noise = 2, Ink = ink, Paper = ink + Between(random, 15, 50) };
    }
}
